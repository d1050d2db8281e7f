using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>
/// One working day, or one shift across midnight, as a person's free stretches show it: stretches with less than six hours
/// between them.
/// </summary>
/// <param name="Runs">The free stretches in order, at least one.</param>
internal sealed record FreeDay(IReadOnlyList<Slot> Runs)
{
    private const int NightQuarters = 24;
    private const int EdgeQuarters = 2;

    public int Start => Runs[0].Start;

    public int End => Runs[^1].End;

    public static List<FreeDay> Of(WeekAvailability free)
    {
        var days = new List<FreeDay>();
        List<Slot> runs = [];
        foreach (var run in free.Gaps())
        {
            if (runs.Count > 0 && run.Start - runs[^1].End >= NightQuarters)
            {
                days.Add(new FreeDay(runs));
                runs = [];
            }

            runs.Add(run);
        }

        if (runs.Count > 0)
        {
            days.Add(new FreeDay(runs));
        }

        return days;
    }

    /// <summary>Whether a slot starts within half an hour of the day's first free moment or ends within half an hour of its last.</summary>
    public bool IsAtEdge(Slot slot) => slot.Start < Start + EdgeQuarters || slot.End > End - EdgeQuarters;

    /// <summary>Whether a slot leaves no long stretch on a day that has one.</summary>
    public bool LosesLongBlock(Slot slot)
    {
        var had = false;
        foreach (var run in Runs)
        {
            had |= run.Length >= SlotCost.LongBlockQuarters;
            if (LeftOf(run, slot) >= SlotCost.LongBlockQuarters)
            {
                return false;
            }
        }

        return had;
    }

    private static int LeftOf(Slot run, Slot slot) =>
        run.Overlaps(slot) ? Math.Max(slot.Start - run.Start, run.End - slot.End) : run.Length;
}
