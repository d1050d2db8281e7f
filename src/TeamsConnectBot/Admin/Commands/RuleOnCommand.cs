using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Switches a rule on; one that uses more of people's data waits for the works council.</summary>
internal sealed class RuleOnCommand(OfficeBook offices, Publishing publishing) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["regel aan"],
        ["en"] = ["rule on"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "een regel aanzetten (beheerders)",
        ["en"] = "switch a rule on (admins)",
    };

    protected override Offices Who => Offices.Admin;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken) =>
        OfficeCards.Of(await publishing.SwitchAsync(rest, on: true, actor, cancellationToken), rest, on: true, Words[language][0], language);
}
