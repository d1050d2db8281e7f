using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Goes on after everything was stopped. What the works council stopped, only they start again.</summary>
internal sealed class StartEverythingCommand(OfficeBook offices, EverythingStop stop) : OfficeCommand(offices)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["start alles"],
        ["en"] = ["start everything"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "na ‘stop alles’ weer doorgaan (wie het stopte)",
        ["en"] = "go on after ‘stop everything’ (whoever stopped it)",
    };

    protected override Offices Who => Offices.Admin | Offices.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var outcome = await stop.StartAsync(actor, cancellationToken);
        var texts = Texts.For(language).Office;
        return outcome.Kind == RuleOutcomeKind.NotAllowed
            ? OfficeCards.Refusal(Words[language][0], outcome.Who)
            : new OfficeCard(texts.Started, [new OfficeSection("", [texts.StartedLine])]);
    }
}
