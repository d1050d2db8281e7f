using System.Diagnostics;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.DryRuns;

/// <summary>
/// Shows what a rule would do in the pool's next round, with the organisation as it is now. The round is neither stored nor sent. A
/// dry-run takes one number from personal data, how many people the rules select; it is blurred, and paid for from the pool's monthly
/// privacy budget. Everything else follows from that number and from counts that are the same for every question. See decision 15.
/// </summary>
internal sealed class DryRun(
    RuleStore store, DryRunPermission permission, DryRunLedger ledger, Gathering gathering, Rehearsal rehearsal, KeyRing keys,
    PoolCatalogue pools, IOptions<FiguresOptions> figures, DaysOff daysOff, TimeProvider clock)
{
    /// <summary>The smallest number of people for which there are figures.</summary>
    public const int FewestPeople = 25;

    /// <summary>The name of the key from which the noise in the figures is derived.</summary>
    public const string Key = "estimates";

    /// <summary>What a dry-run would cost. The price depends on the question and on earlier questions, not on anybody's data.</summary>
    /// <param name="rule">The rule to try, as if it were on; null for the rules in force.</param>
    /// <param name="poolId">The pool to try it in.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<DryRunPrice> PriceAsync(Rule? rule, string poolId, CancellationToken cancellationToken)
    {
        var pool = pools.Find(poolId).Id;
        var (now, then) = Questions(await store.ActiveAsync(cancellationToken), rule, pool);
        return (await ledger.ReadAsync(pool, clock.GetCurrentMonth(), cancellationToken)).PriceOf([now, then]);
    }

    /// <summary>Runs a dry-run.</summary>
    /// <param name="rule">The rule to try, as if it were on; null shows the rules in force.</param>
    /// <param name="poolId">The pool to try it in.</param>
    /// <param name="actor">The person who asks.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<DryRunReport> RunAsync(
        Rule? rule, string poolId, Actor actor, IProgress<DryRunProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        DryRunReport Refuse(DryRunRefusal why) => new(poolId, why, null, null, 0, watch.Elapsed.TotalSeconds);
        if (!actor.Is(Role.Admin | Role.WorksCouncil))
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
        var active = await store.ActiveAsync(cancellationToken);
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
        return Report(pool, told, active, rule, price, watch.Elapsed);
    }

    /// <summary>
    /// The answer to a dry-run that was stored already; null when there is none, and then nothing is counted or paid. Looking is recorded.
    /// </summary>
    /// <param name="rule">The rule, as if it were on.</param>
    /// <param name="poolId">The pool.</param>
    /// <param name="actor">The person who looks.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task<DryRunReport?> StoredAsync(Rule rule, string poolId, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Is(Role.Admin | Role.WorksCouncil) || !figures.Value.Enabled
            || await permission.MissingAsync(rule, cancellationToken) is { Count: > 0 })
        {
            return null;
        }

        var pool = pools.Find(poolId);
        var active = await store.ActiveAsync(cancellationToken);
        var (now, then) = Questions(active, rule, pool.Id);
        var month = clock.GetCurrentMonth();
        var kept = await ledger.ReadAsync(pool.Id, month, cancellationToken);
        if (kept.Base is null || kept.Unanswered([now, then]).Count > 0)
        {
            return null;
        }

        await ledger.KeepAsync(pool.Id, month, null, [], actor, rule.Id, cancellationToken);
        return Report(pool, kept, active, rule, kept.PriceOf([]), TimeSpan.Zero);
    }

    private DryRunReport Report(
        PoolOptions pool, DryRunMonth told, IReadOnlyList<ActiveRule> active, Rule? rule, DryRunPrice price, TimeSpan took)
    {
        var (now, then) = Questions(active, rule, pool.Id);
        var moment = clock.GetCurrentInstant();
        var rounds = RoundStarts.OfWeeks(pool, moment)
            .TakeWhile(start => start < moment + Duration.FromDays(7 * DryRunOutlook.Weeks)).Count();
        DryRunFigures Figures(DryRunQuestion question, IEnumerable<ActiveRule> rules) => DryRunFigures.Of(
            told.Base!, question, told.SelectedBy(question), [.. rules.Select(one => one.Rule).Where(one => one.IsFor(pool.Id))], rounds);
        return new DryRunReport(
            pool.Id, null, Figures(then, With(active, rule)), Figures(now, active), told.Base!.GraphCalls, took.TotalSeconds)
        {
            Price = price,
        };
    }

    private static (DryRunQuestion Now, DryRunQuestion Then) Questions(IReadOnlyList<ActiveRule> active, Rule? rule, string poolId) =>
        (DryRunQuestion.Of(active.Select(one => one.Rule), poolId), DryRunQuestion.Of(With(active, rule).Select(one => one.Rule), poolId));

    private static IReadOnlyList<ActiveRule> With(IReadOnlyList<ActiveRule> active, Rule? rule) =>
        rule is null ? active : [.. active.Where(one => one.Rule.Id != rule.Id), new ActiveRule(rule, 0)];

    /// <summary>Counts what was not answered yet this month; nothing of it is shown before it is paid for.</summary>
    private async Task<Counted> CountAsync(
        PoolOptions pool, LocalDate month, IReadOnlyList<ActiveRule> active, Rule? rule, DryRunMonth kept,
        IProgress<DryRunProgress>? progress, CancellationToken cancellationToken)
    {
        var (now, then) = Questions(active, rule, pool.Id);
        var missing = kept.Unanswered([now, then]);
        if (kept.Base is not null && missing.Count == 0)
        {
            // The pool was large enough when it was counted; the stored number is blurred and may be lower.
            return Invalid(rule, pool, Math.Max(kept.Base.Audience, FewestPeople)) ?? new Counted(null);
        }

        progress?.Report(new DryRunProgress(DryRunStep.Calendars, 5));
        var (next, times) = NextRound(pool);
        var needs = DryRunNeeds.Of(missing.SelectMany(RulesOf).Where(one => one.Rule.IsFor(pool.Id)), playsRound: kept.Base is null);
        if (await GatherAsync(pool, next, needs, cancellationToken) is not { } gathered)
        {
            return new Counted(DryRunRefusal.GraphUnavailable);
        }

        if (Invalid(rule, pool, gathered.People.Count) is { } invalid)
        {
            return invalid;
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
            var selected = await rehearsal.CountSelectedAsync(pool, times, gathered, RulesOf(question), cancellationToken);
            answers.Add(blur.Answer(question, selected));
        }

        return new Counted(null) { Round = round, Answers = answers };

        IReadOnlyList<ActiveRule> RulesOf(DryRunQuestion question) => question.Text == now.Text ? active : With(active, rule);
    }

    // Checks the rule itself and this pool only; its other pools are checked when it is published.
    private static Counted? Invalid(Rule? rule, PoolOptions pool, int people)
    {
        var here = rule is null || rule.Pools.IsEmpty ? rule : rule with { Pools = [pool.Id] };
        var problems = here is null ? [] : RuleValidator.CheckIn(here, new Dictionary<string, int> { [pool.Id] = people }).ToList();
        return problems.Count == 0 ? null : new Counted(DryRunRefusal.Invalid) { Problems = problems };
    }

    private async Task<PoolSnapshot?> GatherAsync(
        PoolOptions pool, Round round, DryRunNeeds needs, CancellationToken cancellationToken)
    {
        try
        {
            return await gathering.GatherAsync(
                pool, new Week(round.Monday), requireCalendars: true, needs.HireDates, needs.Calendars, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            return null;
        }
    }

    private async Task<DryRunMonthRow> PlayAsync(
        PoolOptions pool, Round round, RoundTimes times, PoolSnapshot gathered, Blur blur, CancellationToken cancellationToken)
    {
        // On another thread, because it takes seconds in a large pool.
        var played = await Task.Run(() => rehearsal.PlayAsync(pool, round, times, gathered, cancellationToken), cancellationToken);
        return blur.Round(played);
    }

    // The round exists for the rehearsal only and is never stored.
    private (Round Round, RoundTimes Times) NextRound(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        var at = RoundStarts.Next(pool, now) ?? now;
        var week = Week.Of(at);
        var round = new Round
        {
            Id = Guid.Empty, PoolId = pool.Id, Monday = week.Monday, Seed = RoundSeed.Of(pool.Id, week.Monday),
            State = RoundState.Gathering, StartedAt = at,
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
