namespace TeamsConnectBot.Core.Tests.Availability;

/// <summary>Weeks in which the clock changes, each time zone with its reason.</summary>
public sealed class ClockChangeTests
{
    // The Saturday night shift, 22:00–06:00, in quarter hours.
    [TestCase("Europe/Amsterdam", "2026-03-23", 28, TestName = "NightShift_AmsterdamLosesAnHour_LastsSevenHours")]
    [TestCase("Europe/Amsterdam", "2026-10-19", 36, TestName = "NightShift_AmsterdamGainsAnHour_LastsNineHours")]
    [TestCase("Europe/Dublin", "2026-10-19", 36, TestName = "NightShift_DublinWhereWinterIsTheException_LastsNineHours")]
    [TestCase("America/New_York", "2026-03-02", 28, TestName = "NightShift_NewYorkChangesOnOtherDates_LastsSevenHours")]
    [TestCase("America/New_York", "2026-03-23", 32, TestName = "NightShift_NewYorkInEuropesWeek_LastsEightHours")]
    [TestCase("Australia/Lord_Howe", "2026-09-28", 30, TestName = "NightShift_LordHoweChangesByHalfAnHour_LastsSevenAndAHalf")]
    [TestCase("Pacific/Chatham", "2026-03-30", 36, TestName = "NightShift_ChathamAtThreeQuartersInTheSouth_LastsNineHours")]
    [TestCase("Asia/Kathmandu", "2026-03-23", 32, TestName = "NightShift_KathmanduWithoutDaylightTime_LastsEightHours")]
    public void NightShift(string zone, string monday, int quarters)
    {
        var hours = new WorkingHours([IsoDayOfWeek.Saturday], new LocalTime(22, 0), new LocalTime(6, 0), DateTimeZoneProviders.Tzdb[zone]);
        var week = new Week(NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value);
        var free = new[] { week, new Week(week.Monday.PlusWeeks(1)) }
            .Select(each => AvailabilityBuilder.Build(each, [hours], [], AvailabilityRules.Default))
            .ToList();

        // West of Greenwich the shift may extend into the next UTC week, in which next Saturday's shift begins as well.
        var shift = hours.ShiftsIn(new Interval(week.Start, week.End))
            .Single(interval => interval.Start.InZone(hours.Zone).Date >= week.Monday);
        var quarterHours = Enumerable.Range(0, Week.QuarterHours).ToList();
        var inFirst = quarterHours.Count(quarter => free[0].IsFree(quarter) && shift.Contains(week.At(quarter)));
        var inNext = quarterHours.Count(quarter => free[1].IsFree(quarter) && shift.Contains(week.At(quarter + Week.QuarterHours)));
        Assert.That(inFirst + inNext, Is.EqualTo(quarters));
    }

    [Test]
    public void OfficeHours_WeekOfTheChange_FollowTheLocalClock()
    {
        var amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var hours = new WorkingHours([IsoDayOfWeek.Friday, IsoDayOfWeek.Sunday], new LocalTime(9, 0), new LocalTime(10, 0), amsterdam);
        var week = new Week(new LocalDate(2026, 3, 23));
        var free = AvailabilityBuilder.Build(week, [hours], [], AvailabilityRules.Default);
        var starts = free.Gaps().Select(gap => week.At(gap.Start).InUtc().Hour);
        Assert.That(starts, Is.EqualTo(new[] { 8, 7 }));
    }

    [Test]
    public void Shift_EndsInTheRepeatedHour_EndsTheFirstTime()
    {
        var amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var hours = new WorkingHours([IsoDayOfWeek.Sunday], new LocalTime(1, 0), new LocalTime(2, 30), amsterdam);
        var free = AvailabilityBuilder.Build(new Week(new LocalDate(2026, 10, 19)), [hours], [], AvailabilityRules.Default);
        Assert.That(QuartersFree(free), Is.EqualTo(6));
    }

    [Test]
    public void Shift_BeginsInTheRepeatedHour_BeginsTheSecondTime()
    {
        var amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var hours = new WorkingHours([IsoDayOfWeek.Sunday], new LocalTime(2, 30), new LocalTime(4, 0), amsterdam);
        var free = AvailabilityBuilder.Build(new Week(new LocalDate(2026, 10, 19)), [hours], [], AvailabilityRules.Default);
        Assert.That(QuartersFree(free), Is.EqualTo(6));
    }

    [Test]
    public void LunchBreak_WithinTheRepeatedHour_BlocksBoth()
    {
        var amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var hours = new WorkingHours([IsoDayOfWeek.Sunday], new LocalTime(0, 0), new LocalTime(6, 0), amsterdam);
        var rules = AvailabilityRules.Default with { LunchBreak = new DailySpan(new LocalTime(2, 15), new LocalTime(2, 45)) };
        var free = AvailabilityBuilder.Build(new Week(new LocalDate(2026, 10, 19)), [hours], [], rules);
        Assert.That(QuartersFree(free), Is.EqualTo(28 - 6));
    }

    [Test]
    public void Shift_BeginsInTheSkippedHour_BeginsAfterIt()
    {
        var amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var hours = new WorkingHours([IsoDayOfWeek.Sunday], new LocalTime(2, 30), new LocalTime(4, 0), amsterdam);
        var free = AvailabilityBuilder.Build(new Week(new LocalDate(2026, 3, 23)), [hours], [], AvailabilityRules.Default);
        Assert.That(QuartersFree(free), Is.EqualTo(4));
    }

    [Test]
    public void Holiday_DayWithoutMidnight_IsExcludedEntirely()
    {
        // Cairo's clock goes from 00:00 to 01:00 on Friday 24 April 2026.
        var cairo = DateTimeZoneProviders.Tzdb["Africa/Cairo"];
        var hours = new WorkingHours([IsoDayOfWeek.Friday], new LocalTime(0, 0), new LocalTime(12, 0), cairo);
        var week = new Week(new LocalDate(2026, 4, 20));
        var rules = AvailabilityRules.Default with { Holidays = [new LocalDate(2026, 4, 24)] };
        Assert.Multiple(() =>
        {
            Assert.That(QuartersFree(AvailabilityBuilder.Build(week, [hours], [], AvailabilityRules.Default)), Is.EqualTo(44));
            Assert.That(QuartersFree(AvailabilityBuilder.Build(week, [hours], [], rules)), Is.Zero);
        });
    }

    private static int QuartersFree(WeekAvailability free) => free.Gaps().Sum(gap => gap.Length);
}
