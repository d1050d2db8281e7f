using System.Globalization;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>
/// Shows the state of the programme: what is in force, what waits for approval, and who agreed. Figures about people are on the admin page
/// only.
/// </summary>
internal sealed class ReportCommand(
    RoleDirectory roles, Database database, ErasureCount erasures, RuleStore store, Standstill standstill, FirstUseDecision firstUse,
    ExperimentRunner trials, AuditLog audit) : RoleCommand(roles)
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["rapport"], ["report"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        "hoe het programma ervoor staat (beheerders, ondernemingsraad en lezers)",
        "how the programme stands (admins, works council and readers)");

    protected override Role Who => Role.Admin | Role.WorksCouncil | Role.Reader;

    protected override async Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken)
    {
        var texts = Texts.For(language).Office.Report;
        var rules = await store.ListAsync(cancellationToken);
        var status = await firstUse.StatusAsync(cancellationToken);
        var rounds = await database.ReadAsync(
            db => db.Rounds.CountAsync(round => round.State == RoundState.Settled, cancellationToken), cancellationToken);
        var verdict = await audit.VerifyAsync(cancellationToken);
        List<string> lines =
        [
            (status.State, status.By) switch
            {
                (not FirstUseState.Approved, _) => texts.NotAgreed,
                (_, { } by) => texts.Agreed.With(("who", by)),
                _ => StandingWords.Agreed(PageTexts.For(language), status),
            },
            await standstill.IsOnAsync(cancellationToken) ? texts.Stopped : texts.Running,
            texts.ActiveRules.With(
                ("rules", string.Join(", ", rules.Where(rule => rule.IsOn).Select(rule => rule.Rule.Name.In(language))))),
            texts.WaitingRules.With(rules.Count(rule => rule.Waiting is not null)),
            texts.Rounds.With(rounds),
            texts.Erased.With(("count", Text(await erasures.ReadAsync(cancellationToken)))),
            verdict.IsSound ? texts.LogSound : texts.LogBroken.With(("number", Text(verdict.FirstBroken!.Value))),
            .. await TrialAsync(texts, cancellationToken),
        ];
        await audit.AddAsync(actor, AuditAction.ReportSeen, "chat", "", cancellationToken);
        return AdminCards.Lines(texts.Heading, lines) with { Note = texts.Page };
    }

    private async Task<IReadOnlyList<string>> TrialAsync(OfficeReportTexts texts, CancellationToken cancellationToken)
    {
        if (await trials.ReportAsync(cancellationToken) is not { } trial)
        {
            return [];
        }

        var name = texts.Trial.With(("rule", trial.RuleId), ("one", Text(trial.One)), ("other", Text(trial.Other)));
        var result = trial.Newest is { Comparison.Difference: var difference } newest
            ? texts.TrialResult.With(
                ("one", Percent(newest.One.Share)), ("other", Percent(newest.Other.Share)),
                ("low", Percent(difference.Low)), ("high", Percent(difference.High)))
            : texts.TrialTooFew;
        return [$"{name} {result}"];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(100 * share).ToString("0", CultureInfo.InvariantCulture);
}
