using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Switches a rule off, at once.</summary>
internal sealed class RuleOffCommand(OfficeBook offices, Publishing publishing) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["regel uit"],
        ["en"] = ["rule off"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "een regel uitzetten (beheerders)",
        ["en"] = "switch a rule off (admins)",
    };

    protected override Offices Who => Offices.Admin;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken) =>
        OfficeCards.Of(await publishing.SwitchAsync(rest, on: false, actor, cancellationToken), rest, on: false, Words[language][0], language);
}
