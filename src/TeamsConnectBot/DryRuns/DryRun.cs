using System.Diagnostics;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Shows what a rule would do in the pool's next round, with the organisation as it is now. Of the round no row is written and no
/// card is sent. A try takes one number from people's data, how many the rules select, blurred and paid for from the pool's budget
/// of the month; everything else follows from that and from what is the same for every question. See decision 15.
/// </summary>
internal sealed class DryRun(
    RuleBook book, TryPermission permission, DryRunLedger ledger, Gathering gathering, Rehearsal rehearsal, KeyRing keys,
    PoolCatalogue pools, IOptions<FiguresOptions> figures, DaysOff daysOff, TimeProvider clock)
{
    /// <summary>The fewest people there are figures about.</summary>
    public const int FewestPeople = 25;

    /// <summary>The name of the key that blurs the figures.</summary>
    public const string Key = "estimates";

    /// <summary>
    /// What trying a rule would cost. It follows from the question and from what was asked before, not from anybody's data.
    /// </summary>
    /// <param name="rule">The rule as it would be, switched on; null for what is in force.</param>
    /// <param name="poolId">The pool to try it in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DryRunPrice> PriceAsync(Rule? rule, string poolId, CancellationToken cancellationToken)
    {
        var pool = pools.Find(poolId).Id;
        var (now, then) = Questions(await book.ActiveAsync(cancellationToken), rule, pool);
        return (await ledger.ReadAsync(pool, clock.GetCurrentMonth(), cancellationToken)).PriceOf([now, then]);
    }

    /// <summary>Tries a rule.</summary>
    /// <param name="rule">The rule as it would be, switched on; null shows what is in force.</param>
    /// <param name="poolId">The pool to try it in.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DryRunReport> RunAsync(
        Rule? rule, string poolId, Actor actor, IProgress<DryRunProgress>? progress, CancellationToken cancellationToken)
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

        if (rule is not null && await permission.MissingAsync(rule, cancellationToken) is { Count: > 0 } wider)
        {
            return Refuse(DryRunRefusal.NotAgreed) with { Wider = wider };
        }

        var pool = pools.Find(poolId);
        var month = clock.GetCurrentMonth();
        var active = await book.ActiveAsync(cancellationToken);
        var (now, then) = Questions(active, rule, pool.Id);
        var kept = await ledger.ReadAsync(pool.Id, month, cancellationToken);
        var price = kept.PriceOf([now, then]);
        if (!price.IsAffordable)
        {
            return Refuse(DryRunRefusal.BudgetSpent) with { Price = price };
        }

        var counted = await CountAsync(pool, month, active, rule, kept, progress, cancellationToken);
        if (counted.Refused is { } why)
        {
            return Refuse(why) with { Problems = counted.Problems };
        }

        var subject = rule?.Id ?? "in force";
        if (await ledger.KeepAsync(pool.Id, month, counted.Round, counted.Answers, actor, subject, cancellationToken) is not { } told)
        {
            return Refuse(DryRunRefusal.BudgetSpent) with { Price = await PriceAsync(rule, pool.Id, cancellationToken) };
        }

        progress?.Report(new DryRunProgress(DryRunStep.Done, 100));
        var published = DryRunFigures.Of(told.Base!, told.SelectedBy(now));
        var draft = DryRunFigures.Of(told.Base!, told.SelectedBy(then));
        return new DryRunReport(pool.Id, null, draft, published, told.Base!.GraphCalls, watch.Elapsed.TotalSeconds) { Price = price };
    }

    private static (DryRunQuestion Now, DryRunQuestion Then) Questions(IReadOnlyList<ActiveRule> active, Rule? rule, string poolId) => (
        DryRunQuestion.Of(active.Select(one => one.Rule), poolId),
        DryRunQuestion.Of(With(active, rule).Select(one => one.Rule), poolId));

    private static IReadOnlyList<ActiveRule> With(IReadOnlyList<ActiveRule> active, Rule? rule) =>
        rule is null ? active : [.. active.Where(one => one.Rule.Id != rule.Id), new ActiveRule(rule, 0)];

    // Beyond its own contradictions only what this audience forbids: whether the rule is for other pools too is for publishing.
    private static List<RuleProblem> Problems(Rule? rule, PoolOptions pool, int people) => rule is null
        ? []
        : [.. RuleValidator.CheckIn(
            rule with { Pools = rule.Pools.IsEmpty ? [] : [pool.Id] }, new Dictionary<string, int> { [pool.Id] = people })];

    /// <summary>Counts what was not told yet this month; nothing of it is shown before it is paid for.</summary>
    private async Task<Counted> CountAsync(
        PoolOptions pool, LocalDate month, IReadOnlyList<ActiveRule> active, Rule? rule, DryRunMonth kept, IProgress<DryRunProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (now, then) = Questions(active, rule, pool.Id);
        var missing = kept.Unanswered([now, then]);
        if (kept.Base is not null && missing.Count == 0)
        {
            // Enough people took part when it was counted; the number that was kept is blurred and may lie below that.
            return Problems(rule, pool, Math.Max(kept.Base.Audience, FewestPeople)) is { Count: > 0 } wrong
                ? new Counted(DryRunRefusal.Invalid) { Problems = wrong }
                : new Counted(null);
        }

        progress?.Report(new DryRunProgress(DryRunStep.Calendars, 5));
        var (next, times) = NextRound(pool);
        if (await GatherAsync(pool, next, active, rule, cancellationToken) is not { } gathered)
        {
            return new Counted(DryRunRefusal.GraphUnavailable);
        }

        if (Problems(rule, pool, gathered.People.Count) is { Count: > 0 } problems)
        {
            return new Counted(DryRunRefusal.Invalid) { Problems = problems };
        }

        if (gathered.People.Count < FewestPeople)
        {
            return new Counted(DryRunRefusal.TooFewPeople);
        }

        var blur = new Blur(new Estimate(await keys.FindAsync(Key, cancellationToken)), pool.Id, month);
        progress?.Report(new DryRunProgress(DryRunStep.Rules, 50));
        var round = kept.Base is null ? await PlayAsync(pool, next, times, gathered, blur, cancellationToken) : null;
        progress?.Report(new DryRunProgress(DryRunStep.Pairs, 75));
        var answers = new List<DryRunAnswerRow>();
        foreach (var question in missing)
        {
            var rules = question.Text == now.Text ? active : With(active, rule);
            answers.Add(blur.Answer(question, await rehearsal.CountSelectedAsync(pool, times, gathered, rules, cancellationToken)));
        }

        return new Counted(null) { Round = round, Answers = answers };
    }

    private async Task<PoolSnapshot?> GatherAsync(
        PoolOptions pool, Round round, IReadOnlyList<ActiveRule> active, Rule? rule, CancellationToken cancellationToken)
    {
        try
        {
            var hireDates = active.Concat(With(active, rule)).Any(one => RoundRules.NeedsHireDate(one.Rule));
            return await gathering.GatherAsync(pool, new Week(round.Monday), requireCalendars: true, hireDates, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            return null;
        }
    }

    private async Task<DryRunMonthRow> PlayAsync(
        PoolOptions pool, Round round, RoundTimes times, PoolSnapshot gathered, Blur blur, CancellationToken cancellationToken)
    {
        // Away from the request's thread: it takes seconds where many take part.
        var played = await Task.Run(() => rehearsal.PlayAsync(pool, round, times, gathered, cancellationToken), cancellationToken);
        var mailboxes = gathered.People.Count(person => person.Participant.GapsAllowedAt is not null && person.Entry.Mail is not null);
        return blur.Round(played, GraphCost.Of(gathered.People.Count, mailboxes));
    }

    // Made up for the rehearsal and written nowhere.
    private (Round Round, RoundTimes Times) NextRound(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        var at = RoundStarts.Next(pool, now) ?? now;
        var week = Week.Of(at);
        var round = new Round
        {
            Id = Guid.Empty,
            PoolId = pool.Id,
            Monday = week.Monday,
            Seed = RoundSeed.Of(pool.Id, week.Monday),
            State = RoundState.Gathering,
            StartedAt = at,
        };
        return (round, RoundTimes.At(at, daysOff.CalendarOf(pool, at), week));
    }

    private sealed record Counted(DryRunRefusal? Refused)
    {
        public IReadOnlyList<RuleProblem> Problems { get; init; } = [];

        public DryRunMonthRow? Round { get; init; }

        public IReadOnlyList<DryRunAnswerRow> Answers { get; init; } = [];
    }
}
