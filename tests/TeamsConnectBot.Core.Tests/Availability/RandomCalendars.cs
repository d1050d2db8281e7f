using FsCheck;
using FsCheck.Fluent;
using Interval = NodaTime.Interval;

namespace TeamsConnectBot.Core.Tests.Availability;

/// <summary>A random person's week.</summary>
public sealed record Calendar(Week Week, WorkingHours Hours, IReadOnlyList<Interval> Busy, int MarginMinutes);

/// <summary>Random calendars, in time zones that each disprove a different wrong assumption.</summary>
public static class RandomCalendars
{
    public static readonly string[] Zones =
    [
        "UTC", // the grid itself
        "Europe/Amsterdam", // where most people are
        "America/New_York", // changes the clock on other dates than Europe
        "Asia/Kolkata", // offset by half an hour
        "Asia/Kathmandu", // offset by a quarter of an hour
        "Pacific/Chatham", // 12:45 with daylight time, in the southern summer
        "Australia/Lord_Howe", // changes by half an hour
        "Pacific/Kiritimati", // a day ahead of the grid
        "Pacific/Pago_Pago", // nearly a day behind the grid
        "Africa/Cairo", // changes at midnight, so one day has no midnight
        "Europe/Dublin", // its rules define winter as the exception
        "Africa/Casablanca", // changes the clock for Ramadan
    ];

    public static Arbitrary<Calendar> Arbitrary() => (
        from week in Gen.Choose(0, 260)
        from zone in Gen.Elements(Zones)
        from days in Gen.SubListOf(WorkingHours.MondayToFriday.Add(IsoDayOfWeek.Saturday).Add(IsoDayOfWeek.Sunday).ToArray())
        from start in Gen.Choose(0, 95)
        from end in Gen.Choose(0, 287)
        from busy in Gen.ListOf(BusyFrom(week))
        from margin in Gen.Choose(0, 60)
        select new Calendar(
            new Week(new LocalDate(2024, 1, 1).PlusWeeks(week)),
            new WorkingHours([.. days], Clock(15 * start), Clock(5 * end), DateTimeZoneProviders.Tzdb[zone]),
            [.. busy],
            margin)).ToArbitrary();

    private static LocalTime Clock(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);

    private static Gen<Interval> BusyFrom(int week) =>
        from minute in Gen.Choose(-2000, 7 * 1440 + 2000)
        from length in Gen.Choose(1, 400)
        let start = new Week(new LocalDate(2024, 1, 1).PlusWeeks(week)).Start + Duration.FromMinutes(minute)
        select new Interval(start, start + Duration.FromMinutes(length));
}
