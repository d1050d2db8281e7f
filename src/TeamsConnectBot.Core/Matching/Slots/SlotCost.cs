using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// What a meeting in a slot asks of one person's day, from their free hours alone: their calendar's contents and their
/// working hours are never needed.
/// </summary>
public static class SlotCost
{
    /// <summary>It starts within half an hour of the day's first free moment, or ends within half an hour of the last.</summary>
    public const int DayEdge = 4;

    /// <summary>It leaves no two hours in a row free on a day that had them.</summary>
    public const int BreaksLongBlock = 5;

    /// <summary>Two hours: the shortest stretch that counts as long.</summary>
    public const int LongBlockQuarters = 8;

    private const int EdgeQuarters = 2;

    // Six hours without a free moment separate one working day, or one shift across midnight, from the next.
    private const int NightQuarters = 24;

    /// <summary>The cost of one slot for one person: 0, or the sum of what applies.</summary>
    /// <param name="free">When the person is free; the slot itself is expected to be.</param>
    /// <param name="slot">The slot.</param>
    public static int Of(WeekAvailability free, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(free);
        var day = DayAround(free, slot);
        var cost = 0;
        if (slot.Start < day.Start + EdgeQuarters || slot.End > day.End - EdgeQuarters)
        {
            cost += DayEdge;
        }

        if (LongestRun(free, day, without: default) >= LongBlockQuarters
            && LongestRun(free, day, without: slot) < LongBlockQuarters)
        {
            cost += BreaksLongBlock;
        }

        return cost;
    }

    private static Slot DayAround(WeekAvailability free, Slot slot)
    {
        var first = slot.Start;
        for (var quarter = slot.Start - 1; quarter >= 0 && first - quarter < NightQuarters; quarter--)
        {
            if (free.IsFree(quarter))
            {
                first = quarter;
            }
        }

        var end = slot.End;
        for (var quarter = slot.End; quarter < Week.QuarterHours && quarter - end < NightQuarters; quarter++)
        {
            if (free.IsFree(quarter))
            {
                end = quarter + 1;
            }
        }

        return new Slot(first, end - first);
    }

    private static int LongestRun(WeekAvailability free, Slot day, Slot without)
    {
        var longest = 0;
        var run = 0;
        for (var quarter = day.Start; quarter < day.End; quarter++)
        {
            var taken = quarter >= without.Start && quarter < without.End;
            run = !taken && free.IsFree(quarter) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
