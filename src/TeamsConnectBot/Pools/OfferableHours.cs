using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Pools;

/// <summary>The part of a round's week that can still be offered.</summary>
internal static class OfferableHours
{
    /// <summary>From a moment to the week's end; empty when the week is over by then.</summary>
    public static Slot From(Instant earliest, Week week)
    {
        var start = Math.Clamp(week.QuarterHourOf(earliest - Duration.Epsilon) + 1, 0, Week.QuarterHours);
        return new Slot(start, Week.QuarterHours - start);
    }
}
