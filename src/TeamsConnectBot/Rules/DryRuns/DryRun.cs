using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Quartz;
using TeamsConnectBot.Admin.Figures;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rules;

/// <summary>
/// Shows what a rule would do in the pool's next round, with the organisation as it is now and the same engine as a round. Of
/// the round no row is written and no card is sent. Figures are ranges that tell nothing about any one person; that somebody
/// tried is written in the audit log, and trying is limited, because many questions about the same people add up.
/// </summary>
internal sealed class DryRun(
    Database database, RuleBook book, Gathering gathering, Rehearsal rehearsal, KeyRing keys, AuditLog audit, PoolCatalogue pools,
    IOptions<FiguresOptions> figures, TimeProvider clock)
{
    /// <summary>The most dry-runs in an hour, by all together.</summary>
    public const int MostAnHour = 20;

    /// <summary>The fewest people there are figures about.</summary>
    public const int FewestPeople = 25;

    /// <summary>The name of the key that blurs the figures.</summary>
    public const string Key = "estimates";

    /// <summary>Tries a rule.</summary>
    /// <param name="rule">The rule as it would be, switched on; null shows what is in force.</param>
    /// <param name="poolId">The pool to try it in.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DryRunReport> RunAsync(Rule? rule, string poolId, Actor actor, IProgress<DryRunProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        DryRunReport Refuse(DryRunRefusal why) => new(poolId, why, null, null, 0, watch.Elapsed.TotalSeconds);
        if (!actor.Is(Offices.Admin | Offices.WorksCouncil))
        {
            return Refuse(DryRunRefusal.NotAllowed);
        }

        if (!figures.Value.Enabled)
        {
            return Refuse(DryRunRefusal.NoFigures);
        }

        if (!await MayRunAsync(rule, poolId, actor, cancellationToken))
        {
            return Refuse(DryRunRefusal.TooMany);
        }

        var pool = pools.Find(poolId);
        var (round, times) = NextRound(pool);
        var active = await book.ActiveAsync(cancellationToken);
        progress?.Report(new DryRunProgress(DryRunStep.Calendars, 5));
        GatheredPool gathered;
        try
        {
            var hireDates = active.Any(one => RuleSetting.NeedsHireDate(one.Rule)) || (rule is not null && RuleSetting.NeedsHireDate(rule));
            gathered = await gathering.GatherAsync(pool, new Week(round.Monday), insist: true, hireDates, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            return Refuse(DryRunRefusal.GraphUnavailable);
        }

        if (rule is not null && Problems(rule, pool, gathered.People.Count) is { Count: > 0 } problems)
        {
            return Refuse(DryRunRefusal.Invalid) with { Problems = problems };
        }

        if (gathered.People.Count < FewestPeople)
        {
            return Refuse(DryRunRefusal.TooFewPeople);
        }

        progress?.Report(new DryRunProgress(DryRunStep.Rules, 50));
        var estimate = new Estimate(await keys.FindAsync(Key, cancellationToken));
        Task<DryRunFigures> PlayAsync(IReadOnlyList<ActiveRule> rules) =>
            Task.Run(() => rehearsal.PlayAsync(pool, round, times, gathered, rules, estimate, cancellationToken), cancellationToken);

        // Both at once: they share nothing but what was gathered.
        var publishing = PlayAsync(active);
        var drafting = rule is null ? publishing : PlayAsync(With(active, rule));
        await Task.WhenAny(publishing, drafting);
        progress?.Report(new DryRunProgress(DryRunStep.Pairs, 75));
        var (published, draft) = (await publishing, await drafting);
        progress?.Report(new DryRunProgress(DryRunStep.Done, 100));
        var mailboxes = gathered.People.Count(person => person.Participant.GapsAllowedAt is not null && person.Entry.Mail is not null);
        return new DryRunReport(poolId, null, draft, published, GraphCost.Of(gathered.People.Count, mailboxes), watch.Elapsed.TotalSeconds);
    }

    private static List<ActiveRule> With(IReadOnlyList<ActiveRule> active, Rule rule) =>
        [.. active.Where(one => one.Rule.Id != rule.Id), new ActiveRule(rule, 0)];

    // Beyond its own contradictions only what this audience forbids: whether the rule is for other pools too is for publishing.
    private static List<RuleProblem> Problems(Rule rule, PoolOptions pool, int people) =>
        [.. RuleValidator.CheckIn(rule with { Pools = rule.Pools.IsEmpty ? [] : [pool.Id] }, new Dictionary<string, int> { [pool.Id] = people })];

    private Task<bool> MayRunAsync(Rule? rule, string poolId, Actor actor, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var since = clock.GetCurrentInstant() - Duration.FromHours(1);
            if (await db.AuditEntries.CountAsync(row => row.Action == AuditAction.DryRun && row.At > since, cancellationToken) >= MostAnHour)
            {
                return false;
            }

            await audit.AddAsync(db, actor, AuditAction.DryRun, rule?.Id ?? "in force", poolId, cancellationToken);
            return true;
        },
        cancellationToken);

    // Made up for the rehearsal and written nowhere.
    private (Round Round, RoundTimes Times) NextRound(PoolOptions pool)
    {
        var cron = new CronExpression(pool.RoundCron, TimeZoneInfo.FindSystemTimeZoneById(pool.Zone));
        var now = clock.GetUtcNow();
        var at = Instant.FromDateTimeOffset(cron.GetNextValidTimeAfter(now) ?? now);
        var week = Week.Of(at);
        var round = new Round
        {
            Id = Guid.Empty, PoolId = pool.Id, Monday = week.Monday, Seed = RoundSeed.Of(pool.Id, week.Monday), State = RoundState.Gathering, StartedAt = at,
        };
        return (round, RoundTimes.At(at, pool, week));
    }
}
