using TeamsConnectBot.Core.Availability;
namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// Late binding: brings those who said yes together, two by two, in gaps both ticked and still have free; the odd one
/// joins two others. Nobody gets two things.
/// </summary>
public static class Settler
{
    /// <summary>Settles a round's answers.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="yeses">Everyone who said yes, at most once each.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="seed">Decides ties; the same seed and answers give the same settlement in any order.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
    /// <exception cref="ArgumentException">Someone answered twice.</exception>
    public static Settlement Settle(
        Week week,
        IReadOnlyList<Answer> yeses,
        PoolHistory history,
        MatchingRules rules,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(yeses);
        var waiting = yeses.OrderByDescending(answer => answer.Member.TurnsLeftOut)
            .ThenBy(answer => answer.Member.Id, StringComparer.Ordinal).ToList();
        var groups = new List<SettledGroup>();
        var leftOut = new List<LeftOut>();
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = waiting[0];
            waiting.RemoveAt(0);
            var (partner, best) = waiting
                .Where(other => !history.DoNotMatch.Contains(new PersonPair(first.Member.Id, other.Member.Id)))
                .Select(other => (other, SlotChoice.Rank(week, [first.Member, other.Member], first.Ticked.Intersect(other.Ticked)).FirstOrDefault()))
                .FirstOrDefault(found => found.Item2 is not null);
            if (best is null)
            {
                leftOut.Add(new LeftOut(first.Member, LeftOutReason.NoSharedGap));
                continue;
            }

            waiting.Remove(partner);
            groups.Add(new SettledGroup([first.Member, partner.Member], best.Slot, best.Place));
        }

        return new Settlement { Groups = groups, LeftOut = leftOut, Weight = groups.Count, UpperBound = groups.Count };
    }
}
