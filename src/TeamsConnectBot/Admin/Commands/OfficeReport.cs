using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>How the programme stands: what is in force, what waits, who agreed. No figures about people; those are on the page.</summary>
internal sealed class OfficeReport(
    Database database, ErasureCount erasures, RuleBook book, Standstill standstill, FirstUseDecision firstUse, ExperimentRunner trials, AuditLog audit)
{
    public async Task<OfficeCard> CardAsync(Actor actor, string language, CancellationToken cancellationToken)
    {
        var texts = Texts.For(language).Office.Report;
        var rules = await book.ListAsync(cancellationToken);
        var status = await firstUse.StatusAsync(cancellationToken);
        var rounds = await database.ReadAsync(db => db.Rounds.CountAsync(round => round.State == RoundState.Settled, cancellationToken), cancellationToken);
        var verdict = await audit.VerifyAsync(cancellationToken);
        List<string> lines =
        [
            status.State switch
            {
                FirstUseState.Approved => texts.Agreed.With(("who", status.By ?? status.Body.ToString())),
                _ => texts.NotAgreed,
            },
            await standstill.IsOnAsync(cancellationToken) ? texts.Stopped : texts.Running,
            texts.ActiveRules.With(("rules", string.Join(", ", rules.Where(rule => rule.IsOn).Select(rule => rule.Rule.Name.In(language))))),
            texts.WaitingRules.With(rules.Count(rule => rule.Waiting is not null)),
            texts.Rounds.With(rounds),
            texts.Erased.With(("count", Text(await erasures.ReadAsync(cancellationToken)))),
            verdict.IsSound ? texts.LogSound : texts.LogBroken.With(("number", Text(verdict.FirstBroken!.Value))),
            .. await TrialAsync(texts, cancellationToken),
        ];
        await audit.AddAsync(actor, AuditAction.ReportSeen, "chat", "", cancellationToken);
        return new OfficeCard(texts.Heading, [new OfficeSection("", lines)], texts.Page);
    }

    private async Task<IReadOnlyList<string>> TrialAsync(OfficeReportTexts texts, CancellationToken cancellationToken)
    {
        if (await trials.ReportAsync(cancellationToken) is not { } trial)
        {
            return [];
        }

        var name = texts.Trial.With(("rule", trial.RuleId), ("one", Text(trial.One)), ("other", Text(trial.Other)));
        return trial.Comparison is { } comparison
            ?
            [
                name + " " + texts.TrialResult.With(
                    ("one", Percent(trial.OneShare)), ("other", Percent(trial.OtherShare)),
                    ("low", Percent(comparison.Difference.Low)), ("high", Percent(comparison.Difference.High))),
            ]
            : [name + " " + texts.TrialTooFew];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(100 * share).ToString("0", CultureInfo.InvariantCulture);
}
