using NodaTime.Text;

namespace TeamsConnectBot.Core.Tests.Availability;

public sealed class WeekTests
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    // 7 and 14 December 2026 are Mondays.
    [TestCase("2026-11-30 09:07", "2026-11-30 17:00", "2026-11-30 09:15", "2026-11-30 17:00")]
    [TestCase("2026-11-30 09:15", "2026-11-30 17:10", "2026-11-30 09:15", "2026-11-30 17:10")]
    [TestCase("2026-12-04 09:00", "2026-12-07 00:00", "2026-12-04 09:00", "2026-12-07 00:00")]
    [TestCase(
        "2026-12-04 09:00", "2026-12-14 12:00",
        "2026-12-04 09:00", "2026-12-07 00:00", "2026-12-07 00:00", "2026-12-14 00:00", "2026-12-14 00:00", "2026-12-14 12:00")]
    [TestCase("2026-12-06 23:50", "2026-12-07 01:00", "2026-12-07 00:00", "2026-12-07 01:00")]
    [TestCase("2026-12-04 09:01", "2026-12-04 09:14")]
    [TestCase("2026-12-04 09:00", "2026-12-04 09:00")]
    public void PartsOf_APeriod_BeginOnAQuarterHourAndEndWithTheWeek(string from, string until, params string[] expected) => Assert.That(
        Week.PartsOf(new Interval(At(from), At(until))).SelectMany(part => new[] { Minute.Format(part.Start), Minute.Format(part.End) }),
        Is.EqualTo(expected));

    private static Instant At(string moment) => Minute.Parse(moment).Value;
}
