using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// Matching for a small pool: instead of gaps of their own, everyone is offered the same few moments, so that nobody who says yes is left
/// alone.
/// <list type="number">
/// <item>Before the round, people who volunteer to host say so themselves. <see cref="Plan"/> chooses at most three moments that as many
/// people as possible can join, each at a time when one of those hosts is free.</item>
/// <item>Each person's card offers the moments at which they are free. It names the host, who agreed to that, and nobody else.</item>
/// <item>After the answers, <see cref="Settle"/> takes every yes and every host of a moment, lets as few moments run as it takes to seat
/// everyone, and never seats anyone alone. A moment with only its host does not run; the host is not left out, and is told that there is
/// no table this time.</item>
/// <item>At a table the repeat window does not apply, because a small pool would soon run out of people. People who may never be matched,
/// such as a manager and their report, sit at different tables or not at all.</item>
/// <item>A moment with more people than a table seats becomes several tables of almost the same size.</item>
/// </list>
/// </summary>
public static class OpenTable
{
    /// <summary>The most moments for the whole pool.</summary>
    public const int MostMoments = 3;

    /// <summary>How many people one table seats; more are divided over several tables of the same moment.</summary>
    public const int Seats = 4;

    /// <summary>From this many participants on, people are matched in pairs.</summary>
    public const int SmallPool = 25;

    /// <summary>The largest share of the yeses that may be left over.</summary>
    public const double MostLeftOutShare = 0.15;

    /// <summary>Plans of up to this many invitations are simulated; larger pools offer enough company.</summary>
    public const int PlayedUpTo = 120;

    /// <summary>Whether a pool with this many participants needs an open table.</summary>
    public static bool IsNeeded(int participants) => participants < SmallPool;

    /// <summary>
    /// Whether a plan with people's own gaps would leave too many yeses over, so that an open table is better. Answers are simulated a few
    /// times; a plan of more than <see cref="PlayedUpTo"/> invitations never needs one.
    /// </summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="plan">The plan of <see cref="AskPlanner"/>.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The settings.</param>
    /// <param name="yesChance">How likely a yes is, 0 … 1: the pool's own recent share, or 0.3 when there is none.</param>
    /// <param name="seed">The seed of the simulated answers.</param>
    /// <param name="cancellationToken">Token to cancel the operation between simulations.</param>
    public static bool IsNeeded(
        Week week,
        AskPlan plan,
        PoolHistory history,
        MatchingRules rules,
        double yesChance,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Allowed.Within(yesChance, 0, 1, nameof(yesChance));
        return plan.Asks.Count <= PlayedUpTo
            && PlayedAnswers.LeftOutShare(week, plan, history, rules, yesChance, seed, cancellationToken) > MostLeftOutShare;
    }

    /// <summary>Whether settling leaves so many people over that they should join groups that are already settled.</summary>
    public static bool IsNeeded(Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return settlement.LeftOutShare > MostLeftOutShare;
    }

    /// <summary>
    /// Turns settled groups into tables that take in the people left over: each joins the smallest group that has a gap they ticked, a free
    /// seat, and nobody they may not meet now (this is a round of pairs, so the repeat window applies). People who are settled already keep
    /// their time.
    /// </summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="settlement">What <see cref="Settler"/> made of the same answers.</param>
    /// <param name="yeses">The answers.</param>
    /// <param name="history">Who may not be matched.</param>
    /// <param name="rules">The settings.</param>
    public static Settlement TakeIn(
        Week week, Settlement settlement, IReadOnlyList<Acceptance> yeses, PoolHistory history, MatchingRules rules)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(yeses);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfAcceptances(week, yeses, rules);
        return new WiderGroups(week, roster, new PairRules(roster, history, rules)).Widen(settlement);
    }

    /// <summary>Chooses the moments and whom to invite to which.</summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="members">Everyone who may be nudged, and the hosts.</param>
    /// <param name="hosts">Ids of the members who have already said yes to hosting a table this round; may be empty.</param>
    /// <param name="history">Who may not be matched.</param>
    /// <param name="rules">The settings.</param>
    /// <param name="offerable">The part of the week that can be offered; moments lie entirely within it.</param>
    /// <param name="seed">Breaks ties; the same seed and members, in any order, give the same plan.</param>
    /// <param name="cancellationToken">Token to cancel the operation between steps.</param>
    public static OpenTablePlan Plan(
        Week week,
        IReadOnlyList<PoolMember> members,
        IReadOnlyCollection<string> hosts,
        PoolHistory history,
        MatchingRules rules,
        Slot offerable,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfGaps(week, members, rules with { LunchQuarters = rules.GapQuarters }, offerable);
        return new MomentChoice(roster, new PairRules(roster, history, rules), rules, seed).Choose(hosts, cancellationToken);
    }

    /// <summary>Seats everyone who said yes.</summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="moments">The moments of the plan.</param>
    /// <param name="yeses">The answers. A host's own yes is implied; include it to have the host's calendar read again.</param>
    /// <param name="history">Who may not be matched: they are seated at different tables.</param>
    /// <param name="rules">The settings.</param>
    /// <param name="cancellationToken">Token to cancel the operation before it starts.</param>
    /// <returns>Groups of two or more. <see cref="Settlement.LeftOut"/> contains a yes only when nobody can be seated with it.</returns>
    public static Settlement Settle(
        Week week,
        ImmutableArray<TableMoment> moments,
        IReadOnlyList<Acceptance> yeses,
        PoolHistory history,
        MatchingRules rules,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(yeses);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        cancellationToken.ThrowIfCancellationRequested();
        var said = yeses.Select(yes => yes.Member.Id).ToHashSet(StringComparer.Ordinal);
        var impliedYeses = moments.Where(moment => moment.Host is { } host && said.Add(host.Id))
            .Select(moment => new Acceptance(moment.Host!, [moment.Slot]));
        var roster = Roster.OfAcceptances(week, [.. yeses, .. impliedYeses], rules with { LunchQuarters = rules.GapQuarters });
        return new Seating(week, roster, new PairRules(roster, history, rules), rules, moments).Run();
    }
}
