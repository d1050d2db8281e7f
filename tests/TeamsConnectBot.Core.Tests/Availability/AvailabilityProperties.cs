namespace TeamsConnectBot.Core.Tests.Availability;

public sealed class AvailabilityProperties
{
    private const int MinutesAQuarter = 15;

    [FsCheck.NUnit.Property(Arbitrary = [typeof(RandomCalendars)], MaxTest = 60)]
    public bool Build_AnyCalendar_IsNeverFreeOutsideWorkingHours(Calendar calendar) =>
        FreeQuarters(calendar).All(quarter => MinutesOf(calendar, quarter).All(minute => IsAtWork(calendar.Hours, minute)));

    [FsCheck.NUnit.Property(Arbitrary = [typeof(RandomCalendars)], MaxTest = 60)]
    public bool Build_AnyCalendar_IsNeverFreeWithinTheMarginOfAMeeting(Calendar calendar) =>
        FreeQuarters(calendar).All(quarter => MinutesOf(calendar, quarter).All(minute => !IsBusy(calendar, minute)));

    [FsCheck.NUnit.Property(Arbitrary = [typeof(RandomCalendars)], MaxTest = 60)]
    public bool Build_NoClockChange_IsFreeWheneverAtWorkAndNotBusy(Calendar calendar)
    {
        var around = new Interval(calendar.Week.Start - Duration.FromDays(2), calendar.Week.End + Duration.FromDays(2));
        return calendar.Hours.Zone.GetZoneIntervals(around).Count() > 1
            || FreeQuarters(calendar).SequenceEqual(Enumerable.Range(0, Week.QuarterHours).Where(quarter =>
                MinutesOf(calendar, quarter).All(minute => IsAtWork(calendar.Hours, minute) && !IsBusy(calendar, minute))));
    }

    private static IEnumerable<int> FreeQuarters(Calendar calendar)
    {
        var rules = new AvailabilityRules { MarginMinutes = calendar.MarginMinutes };
        var free = AvailabilityBuilder.Build(calendar.Week, [calendar.Hours], calendar.Busy, rules);
        return Enumerable.Range(0, Week.QuarterHours).Where(free.IsFree);
    }

    private static IEnumerable<Instant> MinutesOf(Calendar calendar, int quarter) =>
        Enumerable.Range(0, MinutesAQuarter).Select(minute => calendar.Week.At(quarter) + Duration.FromMinutes(minute));

    private static bool IsAtWork(WorkingHours hours, Instant minute)
    {
        var clock = minute.InZone(hours.Zone);
        var time = clock.TimeOfDay;
        var beganToday = hours.Days.Contains(clock.DayOfWeek);
        var beganYesterday = hours.Days.Contains(clock.Date.PlusDays(-1).DayOfWeek);
        return hours.End > hours.Start
            ? beganToday && time >= hours.Start && time < hours.End
            : (beganToday && time >= hours.Start) || (beganYesterday && time < hours.End);
    }

    private static bool IsBusy(Calendar calendar, Instant minute)
    {
        var margin = Duration.FromMinutes(calendar.MarginMinutes);
        return calendar.Busy.Any(meeting => minute + Duration.FromMinutes(1) > meeting.Start - margin && minute < meeting.End + margin);
    }
}
