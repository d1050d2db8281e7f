using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>Two versions of a rule side by side, each for a random half of the people: one trial at a time.</summary>
internal sealed class ExperimentRunner(Database database, RuleBook book, AuditLog audit, IOptions<FiguresOptions> figures, TimeProvider clock)
{
    /// <summary>Begins a trial of the version in force and another one that was approved or needed no approval.</summary>
    public async Task<RuleOutcome> StartAsync(string id, int one, int other, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Offices.Admin))
        {
            return RuleOutcome.NotAllowed(Offices.Admin);
        }

        if (!figures.Value.Enabled)
        {
            return RuleOutcome.Invalid([new RuleProblem(ProblemKind.NotAllowed, "Figures:Enabled", "false", "true")]);
        }

        if (await book.FindAsync(id, cancellationToken) is not { IsOn: true } entry
            || await book.VersionAsync(id, one, cancellationToken) is not { } first || await book.VersionAsync(id, other, cancellationToken) is not { } second)
        {
            return RuleOutcome.NotFound;
        }

        if (one == other || (entry.Number != one && entry.Number != other))
        {
            return RuleOutcome.Invalid([new RuleProblem(ProblemKind.NotAllowed, "versions", $"{one}, {other}", $"{entry.Number} + …")]);
        }

        // Neither side may use more than what is in force.
        var wider = DataUse.Widens(entry.Rule, entry.Number == one ? second : first);
        if (wider.Count > 0)
        {
            return new RuleOutcome(RuleOutcomeKind.Waiting) { Rule = second, Number = other, Wider = wider };
        }

        // Which rule asked somebody because of a band is forgotten with the band, so there would be nothing to compare.
        if (first.UsesBand || second.UsesBand)
        {
            return RuleOutcome.Invalid([new RuleProblem(ProblemKind.NotAllowed, "when", "bandAtLeast", "…")]);
        }

        return await database.WriteAsync(db => StartAsync(db, id, one, other, actor, cancellationToken), cancellationToken);
    }

    public Task<RuleOutcome> EndAsync(Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!actor.Is(Offices.Admin | Offices.WorksCouncil))
            {
                return RuleOutcome.NotAllowed(Offices.Admin);
            }

            if (await db.Trials.FirstOrDefaultAsync(row => row.EndedAt == null, cancellationToken) is not { } trial)
            {
                return RuleOutcome.NotFound;
            }

            trial.EndedAt = clock.GetCurrentInstant();
            await audit.AddAsync(db, actor, AuditAction.TrialEnded, $"{trial.RuleId} {trial.One} {trial.Other}", "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        },
        cancellationToken);

    /// <summary>The newest trial as it was last published; null when there never was one.</summary>
    public async Task<ExperimentReport?> ReportAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => ExperimentPublisher.Newest(db).FirstOrDefaultAsync(cancellationToken), cancellationToken) is not { } trial)
        {
            return null;
        }

        var one = new ExperimentVariant(trial.OneInvitations, trial.OneMet);
        var other = new ExperimentVariant(trial.OtherInvitations, trial.OtherMet);
        var comparison = figures.Value.Enabled && trial.CountedUntil is not null ? ExperimentComparison.Of(one, other) : null;
        return new ExperimentReport(
            trial.RuleId, trial.One, trial.Other, trial.StartedAt, trial.EndedAt, comparison,
            comparison is null ? 0 : one.Share, comparison is null ? 0 : other.Share, comparison is null ? null : trial.CountedUntil);
    }

    private async Task<RuleOutcome> StartAsync(ConnectDb db, string id, int one, int other, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Trials.FirstOrDefaultAsync(row => row.EndedAt == null, cancellationToken) is { } running)
        {
            return RuleOutcome.Invalid([new RuleProblem(ProblemKind.NotAllowed, "trial", running.RuleId, "1")]);
        }

        db.Trials.Add(new ExperimentRow
        {
            Id = clock.NewId(), RuleId = id, One = one, Other = other, Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))),
            StartedAt = clock.GetCurrentInstant(), StartedById = actor.Id,
        });
        await audit.AddAsync(db, actor, AuditAction.TrialStarted, $"{id} {one} {other}", "", cancellationToken);
        return RuleOutcome.Done(null, 0);
    }
}
