using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>Resumes after everything was stopped. Only the works council can resume what the works council stopped.</summary>
internal sealed class StartEverythingCommand(RoleDirectory roles, EverythingStop stop) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["start alles"], ["start everything"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "na ‘stop alles’ weer doorgaan (wie het stopte)", "go on after ‘stop everything’ (whoever stopped it)");

    protected override Role Who => Role.Admin | Role.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var outcome = await stop.StartAsync(actor, cancellationToken);
        var texts = Texts.For(language).Office;
        return outcome.Kind == RuleOutcomeKind.NotAllowed
            ? AdminCards.Refusal(Words[language][0], outcome.Who) : AdminCards.Lines(texts.Started, texts.StartedLine);
    }
}
