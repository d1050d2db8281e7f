using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>The moments that somebody who is asked for help can choose from.</summary>
public static class HelpSlots
{
    /// <summary>The most moments that an offer has.</summary>
    public const int Most = 3;

    // Further apart, the moments are a real choice.
    private static readonly Duration Apart = Duration.FromHours(2);

    /// <summary>
    /// Chooses moments at which both are free: the first one, one that is still to come when the question closes, so that a late answer
    /// has a moment left too, and one in between; well apart from each other where that is possible.
    /// </summary>
    /// <param name="free">When both are free, by week.</param>
    /// <param name="minutes">How long the meeting takes.</param>
    /// <param name="within">From the earliest start to the deadline.</param>
    /// <param name="closes">Until when the question can be answered; the earliest start where that does not matter.</param>
    /// <returns>When the moments begin, in order; empty when there is none.</returns>
    public static ImmutableArray<Instant> Choose(
        IReadOnlyDictionary<Week, WeekAvailability> free, int minutes, Interval within, Instant closes)
    {
        ArgumentNullException.ThrowIfNull(free);
        var length = (minutes + 14) / 15;
        var duration = Duration.FromMinutes(minutes);
        var starts = free.OrderBy(week => week.Key.Monday)
            .SelectMany(week => week.Value.Gaps()
                .SelectMany(gap => Enumerable.Range(gap.Start, Math.Max(0, gap.Length - length + 1)).Select(week.Key.At)))
            .Where(start => start >= within.Start && start + duration <= within.End).ToList();
        if (starts.Count == 0)
        {
            return [];
        }

        var first = starts[0];
        var late = starts.Cast<Instant?>().FirstOrDefault(start => start >= closes + HelpRequestTimes.Notice) ?? starts[^1];
        var between = first + (late - first) / 2;
        var order = starts.OrderBy(start => Duration.Max(start - between, between - start)).Prepend(late).Prepend(first).ToList();
        var chosen = new List<Instant>();
        foreach (var apart in new[] { Apart, duration })
        {
            foreach (var start in order)
            {
                if (chosen.Count < Most && chosen.TrueForAll(other => start - other >= apart || other - start >= apart))
                {
                    chosen.Add(start);
                }
            }
        }

        return [.. chosen.Order()];
    }
}
