using NodaTime;

namespace TeamsConnectBot.Core.Availability;

/// <summary>The week a round is about: it gives quarter-hour numbers their place in time.</summary>
/// <param name="Monday">The Monday it starts on; quarter hour 0 begins at 00:00 UTC of that day.</param>
public readonly record struct Week(LocalDate Monday)
{
    /// <summary>Quarter hours in a week: 7 days × 96.</summary>
    public const int QuarterHours = 7 * QuarterHoursADay;

    /// <summary>Quarter hours in a day.</summary>
    public const int QuarterHoursADay = 96;

    /// <summary>The instant quarter hour 0 begins.</summary>
    public Instant Start => Monday.AtMidnight().InUtc().ToInstant();

    /// <summary>The instant the week is over.</summary>
    public Instant End => Start + Duration.FromDays(7);

    /// <summary>The week that contains an instant.</summary>
    public static Week Of(Instant instant)
    {
        var day = instant.InUtc().Date;
        return new Week(day.PlusDays(-((int)day.DayOfWeek - 1)));
    }

    /// <summary>The instant a quarter hour begins; numbers outside 0 … 671 lie before or after the week.</summary>
    public Instant At(int quarterHour) => Start + Duration.FromMinutes(15L * quarterHour);

    /// <summary>The interval a slot covers.</summary>
    public Interval Of(Slot slot) => new(At(slot.Start), At(slot.End));

    /// <summary>The quarter hour an instant falls in; below 0 or above 671 when it lies outside the week.</summary>
    public int QuarterHourOf(Instant instant)
    {
        var minutes = (instant - Start).TotalMinutes;
        return (int)Math.Floor(minutes / 15);
    }
}
