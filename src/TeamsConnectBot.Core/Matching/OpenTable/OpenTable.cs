using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// The small pool's way: instead of gaps of one's own, everyone is offered the same few moments, so that a yes never ends alone.
/// <list type="number">
/// <item>Before: people who volunteered to host say for themselves that they will; <see cref="Plan"/> chooses at most three
/// moments for the whole pool that as many people as possible can join, each at a time one of those hosts is free.</item>
/// <item>Invite: each person's card offers those of the moments they are free in; it names the host, who agreed to that, and nobody else.</item>
/// <item>After the answers: <see cref="Settle"/> takes every yes and every host of a moment, lets as few moments run as are needed
/// to seat everyone, and never seats anyone alone. A moment with only its host does not run; the host is not left out,
/// and is told there is no table this time.</item>
/// <item>At a table the repeat window does not hold (a small pool would soon run out of people); who may never be brought
/// together, managers and their reports among them, sit at different tables or not at all.</item>
/// <item>A moment with more people than a table seats becomes several tables of almost the same size.</item>
/// </list>
/// </summary>
public static class OpenTable
{
    /// <summary>At most so many moments for the whole pool.</summary>
    public const int MostMoments = 3;

    /// <summary>From so many participants on, people are brought together two by two.</summary>
    public const int SmallPool = 25;

    /// <summary>The share of the yeses that may be left over, at most.</summary>
    public const double MostLeftOutShare = 0.15;

    /// <summary>Plans of up to so many invitations are played through; larger ones have company enough.</summary>
    public const int PlayedUpTo = 120;

    /// <summary>Whether a pool of so many participants is asked for an open table.</summary>
    public static bool IsNeeded(int participants) => participants < SmallPool;

    /// <summary>
    /// Whether a plan with gaps of people's own would leave too many yeses over, so that an open table is better asked for.
    /// Answers are played through a few times; a plan of more than <see cref="PlayedUpTo"/> invitations is never in need.
    /// </summary>
    /// <param name="week">The round's week.</param>
    /// <param name="plan">What <see cref="AskPlanner"/> would ask.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="yesChance">How likely a yes is, 0 … 1; the pool's own share of late, or 0.3 when there is none.</param>
    /// <param name="seed">Decides the played answers.</param>
    /// <param name="cancellationToken">Gives up between plays.</param>
    public static bool IsNeeded(
        Week week, AskPlan plan, PoolHistory history, MatchingRules rules, double yesChance, ulong seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(yesChance, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yesChance, 1);
        return plan.Asks.Count <= PlayedUpTo
            && PlayedAnswers.LeftOutShare(week, plan, history, rules, yesChance, seed, cancellationToken) > MostLeftOutShare;
    }

    /// <summary>Whether a settling leaves more people over than is right, so that groups take more of them in.</summary>
    public static bool IsNeeded(Settlement settlement)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return settlement.LeftOutShare > MostLeftOutShare;
    }

    /// <summary>
    /// Turns settled groups into tables that take in those left over: a person joins the smallest group in a gap they
    /// ticked, with a free seat and nobody they may not meet now: in a round of pairs the repeat window holds. Who is
    /// settled already keeps their time.
    /// </summary>
    /// <param name="week">The round's week.</param>
    /// <param name="settlement">What <see cref="Settler"/> made of the same answers.</param>
    /// <param name="yeses">The answers.</param>
    /// <param name="history">Who may not be brought together.</param>
    /// <param name="rules">Gives the seats at a table.</param>
    public static Settlement TakeIn(
        Week week, Settlement settlement, IReadOnlyList<Answer> yeses, PoolHistory history, MatchingRules rules)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(yeses);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfAnswers(week, yeses, rules);
        return new WiderGroups(week, roster, new PairRules(roster, history, rules), rules).Widen(settlement);
    }

    /// <summary>Chooses the moments and whom to invite to which.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="members">Everyone who may be nudged, and the hosts.</param>
    /// <param name="hosts">Ids of the members who already said yes to hosting a table this round; may be empty.</param>
    /// <param name="history">Who may not be brought together.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="offerable">The part of the week that can be offered; a moment lies wholly inside it.</param>
    /// <param name="seed">Decides ties; the same seed and members give the same plan in any order.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
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
        var roster = Roster.OfGaps(week, members, rules, offerable);
        return new MomentChoice(roster, new PairRules(roster, history, rules), rules, seed).Choose(hosts, cancellationToken);
    }

    /// <summary>Seats everyone who said yes.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="moments">The plan's moments.</param>
    /// <param name="yeses">The answers. A host's own is taken as given; put it in to have the host's calendar read again.</param>
    /// <param name="history">Who may not be brought together: they are seated at different tables.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
    /// <returns>
    /// Groups of two or more. <see cref="Settlement.LeftOut"/> holds a yes only when nobody can be seated with it; its weight
    /// is the number of people seated, its bound the number of people there were.
    /// </returns>
    public static Settlement Settle(
        Week week,
        ImmutableArray<TableMoment> moments,
        IReadOnlyList<Answer> yeses,
        PoolHistory history,
        MatchingRules rules,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(yeses);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        cancellationToken.ThrowIfCancellationRequested();
        var said = yeses.Select(answer => answer.Member.Id).ToHashSet(StringComparer.Ordinal);
        var everyone = yeses.Concat(moments
            .Where(moment => moment.Host is { } host && said.Add(host.Id))
            .Select(moment => new Answer(moment.Host!, [moment.Slot])));
        var roster = Roster.OfAnswers(week, [.. everyone], rules);
        return new Seating(week, roster, new PairRules(roster, history, rules), rules, moments).Run();
    }
}
