using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// Chooses whom to invite and for which gaps, for the whole pool together. In a pool with two sides, no more people of the larger side are
/// invited than have a fair chance of a place.
/// </summary>
public static class AskPlanner
{
    /// <summary>Plans the invitations of a round.</summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="members">Everyone who may be nudged, once each.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The settings.</param>
    /// <param name="offerable">The part of the week that can be offered; gaps lie entirely within it.</param>
    /// <param name="seed">Breaks ties; the same seed and members, in any order, give the same plan.</param>
    /// <param name="cancellationToken">Token to cancel the operation between steps.</param>
    /// <exception cref="ArgumentException">A member is listed twice.</exception>
    public static AskPlan Plan(
        Week week,
        IReadOnlyList<PoolMember> members,
        PoolHistory history,
        MatchingRules rules,
        Slot offerable,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfGaps(week, members, rules, offerable);
        var pairs = new PairRules(roster, history, rules);
        var buckets = Buckets.ByPlace(roster, week.Start);
        var candidates = new CandidateFinder(roster, pairs, seed).Find(() => buckets, cancellationToken);
        if (SideBalance.LeaveOut(roster, candidates, seed) is { Count: > 0 } rest)
        {
            PoolMember[] asked = [.. roster.Everyone.Where(person => !rest.Contains(person)).Select(person => roster.Members[person])];
            var plan = Plan(week, asked, history, rules, offerable, seed, cancellationToken);
            var enough = rest.Select(person => new NotAsked(roster.Members[person], NotAskedReason.OtherSideIsSmall));
            return plan with
            {
                NotAsked = [.. plan.NotAsked.Concat(enough).OrderBy(left => left.Member.Id, StringComparer.Ordinal)],
            };
        }

        var book = GapPlanner.Plan(roster, buckets, candidates, rules, seed, cancellationToken);
        var leads = new GapRepair(roster, book, pairs, candidates).Run(SeasonPairs.Of(roster, pairs, history));
        return new AskPlan(
            [.. roster.Everyone.Where(person => leads[person]).Select(person => new Ask(roster.Members[person], [.. Gaps(person)]))],
            [.. roster.Everyone.Where(person => !leads[person]).Select(person => NotAsked.Explain(roster, person, pairs.Allow))]);

        IEnumerable<Slot> Gaps(int person) =>
            book.Of(person).Order().Select(start => new Slot(start, roster.QuartersAt(person, start) ?? rules.GapQuarters));
    }
}
