using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>Schedules across clock changes, short months and leap years.</summary>
public sealed class ClockChangeScheduleTests
{
    [TestCase("Europe/Amsterdam", "2027-03-28", "02:30", "2027-03-28T03:30:00+02", TestName = "Next_TimeInSpringGap_MovesForwardByTheGap")]
    [TestCase("Europe/Amsterdam", "2026-10-25", "02:30", "2026-10-25T02:30:00+02", TestName = "Next_TimeInAutumnOverlap_IsTheEarlierOne")]
    [TestCase("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:45:00+11", TestName = "Next_HalfHourGap_MovesByHalfAnHour")]
    [TestCase("Antarctica/Troll", "2026-03-29", "01:30", "2026-03-29T03:30:00+02", TestName = "Next_TwoHourGap_MovesByTwoHours")]
    [TestCase("America/Sao_Paulo", "2018-11-04", "00:30", "2018-11-04T01:30:00-02", TestName = "Next_GapAtMidnight_StaysOnTheDate")]
    [TestCase("Pacific/Apia", "2011-12-30", "09:00", "2011-12-31T09:00:00+14", TestName = "Next_DateSkippedByTheZone_IsLeftOut")]
    public void Daily(string zone, string date, string time, string expected)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var schedule = new RitualSchedule(
            RecurrenceRule.Daily, day.PlusDays(-3), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value, 30,
            DateTimeZoneProviders.Tzdb[zone]);
        var next = schedule.Next(day.PlusDays(-1).At(new LocalTime(12, 0)).InZoneLeniently(schedule.Zone).ToInstant());
        Assert.That(
            OffsetDateTimePattern.GeneralIso.Format(next!.Value.Start.ToOffsetDateTime()),
            Is.EqualTo(expected).Or.EqualTo(expected + ":00"));
    }

    [Test]
    public void After_FifthMonday_SkipsMonthsWithoutOne() =>
        Assert.That(
            Dates(RecurrenceRule.Monthly(5, IsoDayOfWeek.Monday), new LocalDate(2026, 11, 30), 4),
            Is.EqualTo("2026-11-30 2027-03-29 2027-05-31 2027-08-30"));

    [Test]
    public void After_ThirtyFirst_SkipsShorterMonths() =>
        Assert.That(
            Dates(new() { Frequency = RecurrenceFrequency.Monthly, MonthDays = [31] }, new LocalDate(2026, 12, 31), 4),
            Is.EqualTo("2026-12-31 2027-01-31 2027-03-31 2027-05-31"));

    [Test]
    public void After_LeapDay_IsOnlyInLeapYears() =>
        Assert.That(
            Dates(new() { Frequency = RecurrenceFrequency.Yearly, Months = [2], MonthDays = [29] }, new LocalDate(2092, 2, 29), 3),
            Is.EqualTo("2092-02-29 2096-02-29 2104-02-29"));

    [Test]
    public void After_EveryTwoWeeksAcrossAYearOf53Weeks_KeepsTheInterval() =>
        Assert.That(
            Dates(RecurrenceRule.Weekly(IsoDayOfWeek.Tuesday) with { Interval = 2 }, new LocalDate(2026, 12, 15), 3),
            Is.EqualTo("2026-12-15 2026-12-29 2027-01-12"));

    [Test]
    public void After_RuleWithoutAnyDate_EndsInsteadOfSearchingForever()
    {
        var never = new RecurrenceRule { Frequency = RecurrenceFrequency.Yearly, Months = [2], MonthDays = [30] };
        Assert.That(
            () => new RitualSchedule(never, new LocalDate(2027, 2, 28), LocalTime.Noon, 30, DateTimeZone.Utc), Throws.ArgumentException);
        Assert.That(
            RitualSchedule.Beginning(never, LocalDate.MinIsoValue, Instant.FromUtc(2026, 1, 1, 0, 0), LocalTime.Noon, 30, DateTimeZone.Utc),
            Is.Null);
    }

    [Test]
    public void End_AcrossAClockChange_KeepsTheLength()
    {
        var schedule = new RitualSchedule(
            null, new LocalDate(2027, 3, 28), new LocalTime(1, 30), 60, DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]);
        var occurrence = schedule.Next(Instant.MinValue)!.Value;
        Assert.That(
            (occurrence.End.ToInstant() - occurrence.Start.ToInstant(), occurrence.End.TimeOfDay),
            Is.EqualTo((Duration.FromHours(1), new LocalTime(3, 30))));
    }

    private static string Dates(RecurrenceRule rule, LocalDate first, int count) =>
        string.Join(
            ' ',
            new RitualSchedule(rule, first, new LocalTime(10, 0), 30, DateTimeZone.Utc).After(Instant.MinValue).Take(count)
                .Select(each => LocalDatePattern.Iso.Format(each.Planned.Date)));
}
