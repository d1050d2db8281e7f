using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Meetings;

/// <summary>The working days and hours of a pool.</summary>
/// <param name="Hours">Its usual working hours and time zone.</param>
/// <param name="Holidays">Its public holidays, as dates in that time zone.</param>
public sealed record PoolCalendar(WorkingHours Hours, ImmutableHashSet<LocalDate> Holidays)
{
    /// <summary>Monday to Friday, nine to five.</summary>
    public static PoolCalendar NineToFive(DateTimeZone zone) =>
        new(new WorkingHours(WorkingHours.MondayToFriday, new LocalTime(9, 0), new LocalTime(17, 0), zone), []);

    /// <summary>The first working day after a date, at most a year later.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public LocalDate NextWorkingDay(LocalDate after) =>
        Enumerable.Range(1, 366).Select(after.PlusDays).Cast<LocalDate?>().FirstOrDefault(day => IsWorkingDay(day!.Value))
            ?? throw new InvalidOperationException($"The pool has no working day in the year after {after}.");

    /// <summary>Whether a date is a working day.</summary>
    public bool IsWorkingDay(LocalDate date) => Hours.Days.Contains(date.DayOfWeek) && !Holidays.Contains(date);

    /// <summary>How much working time a bounded interval contains.</summary>
    public Duration WorkingTimeIn(Interval interval) => Hours.ShiftsIn(interval)
        .Where(shift => IsWorkingDay(shift.Start.InZone(Hours.Zone).Date))
        .Aggregate(Duration.Zero, (sum, shift) =>
            sum + Duration.Max(Duration.Zero, Instant.Min(shift.End, interval.End) - Instant.Max(shift.Start, interval.Start)));

    /// <summary>The moment at which an amount of working time has passed.</summary>
    /// <exception cref="InvalidOperationException">A year does not contain that much working time.</exception>
    public Instant AfterWorking(Duration time, Instant from)
    {
        var shifts = Hours.ShiftsIn(new Interval(from, from + Duration.FromDays(366)));
        foreach (var shift in shifts.Where(shift => IsWorkingDay(shift.Start.InZone(Hours.Zone).Date)))
        {
            var start = Instant.Max(from, shift.Start);
            if (start + time <= shift.End)
            {
                return start + time;
            }

            time -= shift.End - start;
        }

        throw new InvalidOperationException($"The pool does not work that long in the year after {from}.");
    }
}
