using System.Security.Cryptography;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>Trials: two versions of a rule side by side, each for a random half of the people. Only one trial runs at a time.</summary>
internal sealed class ExperimentRunner(Database database, AuditLog audit, IOptions<FiguresOptions> figures, TimeProvider clock)
{
    /// <summary>What a refusal is about: a version selects by AI-use band.</summary>
    public const string BandField = "trial.band";

    /// <summary>What a refusal is about: a version selects by what only the bot or the person knows.</summary>
    public const string PrivateField = "trial.private";

    /// <summary>What a refusal is about: another trial runs.</summary>
    public const string RunningField = "trial.running";

    /// <summary>Starts a trial of the version in force and another one that was approved or needed no approval.</summary>
    public async Task<RuleOutcome> StartAsync(string id, int one, int other, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Role.Admin))
        {
            return RuleOutcome.NotAllowed(Role.Admin);
        }

        if (!figures.Value.Enabled)
        {
            return RuleOutcome.Refused("Figures:Enabled", "false", "true");
        }

        return await database.WriteAsync(db => StartAsync(db, id, one, other, actor, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Whether a rule selects by private facts: the number of invitations, which a comparison gives, would reveal how many people those
    /// apply to. The weekly figures withhold it for the same reason.
    /// </summary>
    public static bool SelectsByPrivateFacts(Rule rule) =>
        DryRunQuestion.Of([rule], rule.Pools.IsEmpty ? "" : rule.Pools[0]).UsesPrivateFacts;

    private async Task<RuleOutcome> StartAsync(
        ConnectDb db, string id, int one, int other, Actor actor, CancellationToken cancellationToken)
    {
        if (await RuleStore.FindAsync(db, id, cancellationToken) is not { IsOn: true } entry
            || await RuleStore.VersionAsync(db, id, one, cancellationToken) is not { } first
            || await RuleStore.VersionAsync(db, id, other, cancellationToken) is not { } second)
        {
            return RuleOutcome.NotFound;
        }

        if (one == other || (entry.Number != one && entry.Number != other))
        {
            return RuleOutcome.Refused("versions", $"{one}, {other}", $"{entry.Number} + …");
        }

        // Neither version may use more personal data than the one in force.
        if (DataUse.Widens(entry.Rule, entry.Number == one ? second : first) is { Count: > 0 } wider)
        {
            return RuleOutcome.Waiting(second, other, wider);
        }

        // When an AI-use band expires, the service also forgets which rule used it, so there would be nothing to compare.
        if (first.UsesBand || second.UsesBand)
        {
            return RuleOutcome.Refused(BandField, "", "");
        }

        if (SelectsByPrivateFacts(first) || SelectsByPrivateFacts(second))
        {
            return RuleOutcome.Refused(PrivateField, "", "");
        }

        if (await db.Trials.FirstOrDefaultAsync(row => row.EndedAt == null, cancellationToken) is { } running)
        {
            return RuleOutcome.Refused(RunningField, running.RuleId, "");
        }

        db.Trials.Add(new ExperimentRow
        {
            Id = clock.NewId(), RuleId = id, One = one, Other = other, StartedAt = clock.GetCurrentInstant(), StartedById = actor.Id,
            Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))),
        });
        await audit.AddAsync(db, actor, AuditAction.TrialStarted, $"{id} {one} {other}", "", cancellationToken);
        return RuleOutcome.Done(null, 0);
    }

    public Task<RuleOutcome> EndAsync(Actor actor, CancellationToken cancellationToken) =>
        database.WriteAsync(Role.Admin | Role.WorksCouncil, actor, async db =>
        {
            if (await db.Trials.FirstOrDefaultAsync(row => row.EndedAt == null, cancellationToken) is not { } trial)
            {
                return RuleOutcome.NotFound;
            }

            trial.EndedAt = clock.GetCurrentInstant();
            await audit.AddAsync(db, actor, AuditAction.TrialEnded, $"{trial.RuleId} {trial.One} {trial.Other}", "", cancellationToken);
            return RuleOutcome.Done(null, 0);
        }, cancellationToken);

    /// <summary>The newest trial as last published; null when there was none.</summary>
    public async Task<ExperimentReport?> ReportAsync(CancellationToken cancellationToken)
    {
        if (await ExperimentPublisher.NewestAsync(database, cancellationToken) is not { } trial)
        {
            return null;
        }

        List<ExperimentStep> steps = figures.Value.Enabled
            ? [.. trial.StepsSoFar().Select(step => new ExperimentStep(
                step.Until, new ExperimentVariant(step.OneInvitations, step.OneMet),
                new ExperimentVariant(step.OtherInvitations, step.OtherMet)))]
            : [];
        return new ExperimentReport(trial.RuleId, trial.One, trial.Other, trial.StartedAt, trial.EndedAt, steps);
    }
}

/// <summary>The state of a trial, as last published.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="One">The first version's number.</param>
/// <param name="Other">The second version's number.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Steps">What was published, oldest first; empty while there are too few people.</param>
internal sealed record ExperimentReport(
    string RuleId, int One, int Other, Instant StartedAt, Instant? EndedAt, IReadOnlyList<ExperimentStep> Steps)
{
    public ExperimentStep? Newest => Steps.Count == 0 ? null : Steps[^1];
}

/// <summary>A step of a trial: all that was counted up to then.</summary>
/// <param name="Until">The weeks before this Monday are counted.</param>
/// <param name="One">The first version's results.</param>
/// <param name="Other">The second version's results.</param>
internal sealed record ExperimentStep(LocalDate Until, ExperimentVariant One, ExperimentVariant Other)
{
    public ExperimentComparison Comparison { get; } = ExperimentComparison.Of(One, Other);
}
