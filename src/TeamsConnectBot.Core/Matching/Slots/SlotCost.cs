using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>
/// What a meeting in a slot costs one person's day. Calculated from their free hours alone, without the contents of their calendar or
/// their working hours.
/// </summary>
public static class SlotCost
{
    /// <summary>The slot starts within half an hour of the day's first free moment, or ends within half an hour of its last.</summary>
    public const int DayEdge = 4;

    /// <summary>The slot leaves no two consecutive free hours on a day that had them.</summary>
    public const int BreaksLongBlock = 5;

    /// <summary>Two hours: the shortest stretch that counts as long.</summary>
    internal const int LongBlockQuarters = 8;

    /// <summary>The cost of a slot for one person: 0, or the sum of what applies.</summary>
    /// <param name="free">When the person is free.</param>
    /// <param name="slot">A slot at which they are free.</param>
    public static int Of(WeekAvailability free, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(free);
        return FreeDay.Of(free).Find(day => slot.Start >= day.Start && slot.End <= day.End) is { } day ? Of(day, slot) : 0;
    }

    private static int Of(FreeDay day, Slot slot) =>
        (day.IsAtEdge(slot) ? DayEdge : 0) + (day.LosesLongBlock(slot) ? BreaksLongBlock : 0);

    /// <summary>Removes the starts of gaps that cost a person something.</summary>
    internal static void KeepQuiet(WeekAvailability free, int gapQuarters, Span<ulong> starts)
    {
        foreach (var day in FreeDay.Of(free))
        {
            for (var start = day.Start; start < day.End; start++)
            {
                if (StartBits.Contains(starts, start) && Of(day, new Slot(start, gapQuarters)) > 0)
                {
                    starts[start >> 6] &= ~(1UL << (start & 63));
                }
            }
        }
    }
}
