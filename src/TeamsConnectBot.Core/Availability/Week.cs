namespace TeamsConnectBot.Core.Availability;

/// <summary>The week of a round: maps quarter-hour numbers to instants and back.</summary>
/// <param name="Monday">The Monday on which it starts; quarter hour 0 begins at 00:00 UTC of that day.</param>
public readonly record struct Week(LocalDate Monday)
{
    /// <summary>Quarter hours in a week.</summary>
    public const int QuarterHours = 7 * QuarterHoursADay;

    /// <summary>Quarter hours in a day.</summary>
    public const int QuarterHoursADay = 96;

    /// <summary>The instant at which quarter hour 0 begins.</summary>
    public Instant Start => Monday.AtMidnight().InUtc().ToInstant();

    /// <summary>The instant at which the week ends.</summary>
    public Instant End => Start + Duration.FromDays(7);

    /// <summary>The week that contains an instant.</summary>
    public static Week Of(Instant instant)
    {
        var day = instant.InUtc().Date;
        return new Week(day.PlusDays(1 - (int)day.DayOfWeek));
    }

    /// <summary>A period from its first whole quarter hour, week by week.</summary>
    public static IEnumerable<Interval> PartsOf(Interval period)
    {
        for (var week = Of(period.Start); week.Start < period.End; week = new Week(week.Monday.PlusWeeks(1)))
        {
            var start = week.At(Math.Max(0, week.QuarterHourOf(period.Start - Duration.Epsilon) + 1));
            var end = Instant.Min(week.End, period.End);
            if (start < end)
            {
                yield return new Interval(start, end);
            }
        }
    }

    /// <summary>The instant at which a quarter hour begins; numbers outside 0 … 671 lie before or after the week.</summary>
    public Instant At(int quarterHour) => Start + Duration.FromMinutes(15L * quarterHour);

    /// <summary>The interval a slot covers.</summary>
    public Interval Of(Slot slot) => new(At(slot.Start), At(slot.End));

    /// <summary>The quarter hour that contains an instant; below 0 or above 671 when the instant lies outside the week.</summary>
    public int QuarterHourOf(Instant instant) => (int)Math.Floor((instant - Start).TotalMinutes / 15);
}
