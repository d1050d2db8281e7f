using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>
/// Resumes after everything was stopped. Only the works council can resume what the works council stopped. After a vote stopped
/// everything there may be no works council, so the refusal speaks of the vote.
/// </summary>
internal sealed class StartEverythingCommand(RoleDirectory roles, EverythingStop stop) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["start alles"], ["start everything"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "na ‘stop alles’ weer doorgaan (wie het stopte)", "go on after ‘stop everything’ (whoever stopped it)");

    protected override Role Who => Role.Admin | Role.WorksCouncil;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var outcome = await stop.StartAsync(actor, cancellationToken);
        if (outcome.Kind != RuleOutcomeKind.NotAllowed)
        {
            var texts = Texts.For(language).Office;
            return AdminCards.Lines(texts.Started, texts.StartedLine);
        }

        var page = PageTexts.For(language);
        return await stop.CurrentAsync(cancellationToken) is { } current && StandingWords.IsByVote(current)
            ? AdminCards.Lines(page["stop.isOn"], StandingWords.Stopped(page, current, Dates.Day(page, current.At)))
            : AdminCards.Refusal(Words[language][0], outcome.Who);
    }
}
