namespace TeamsConnectBot.Core.Tests.Availability;

public sealed class AvailabilityBuilderTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    // A winter week: Amsterdam is an hour ahead of UTC.
    private static readonly Week Winter = new(new LocalDate(2026, 1, 12));
    private static readonly WorkingHours NineToFive = Hours(9, 17, [.. WorkingHours.MondayToFriday]);

    [Test]
    public void Build_OfficeHours_AreFreeInUtc() =>
        Assert.That(Gaps(NineToFive)[0], Is.EqualTo(Clock(0, 8, 0, 16, 0)));

    [Test]
    public void Build_Meeting_BlocksEveryQuarterItsMarginTouches() =>
        Assert.That(Gaps(NineToFive, Busy(0, 10, 0, 10, 30)).Take(2), Is.EqualTo(new[] { Clock(0, 8, 0, 9, 45), Clock(0, 10, 45, 16, 0) }));

    [Test]
    public void Build_MeetingWithoutMargin_BlocksOnlyItsOwnQuarters()
    {
        var gaps = Gaps(NineToFive, AvailabilityRules.Default with { MarginMinutes = 0 }, Busy(0, 10, 0, 10, 30));
        Assert.That(gaps.Take(2), Is.EqualTo(new[] { Clock(0, 8, 0, 10, 0), Clock(0, 10, 30, 16, 0) }));
    }

    [Test]
    public void Build_TenMinutesBetweenMeetings_AreNotFree()
    {
        var gaps = Gaps(NineToFive, Busy(0, 8, 0, 10, 0), Busy(0, 10, 10, 12, 0));
        Assert.That(gaps[0], Is.EqualTo(Clock(0, 12, 15, 16, 0)));
    }

    [Test]
    public void Build_NightShiftStartedOnSunday_ExtendsIntoMonday() =>
        Assert.That(Gaps(Hours(22, 6, IsoDayOfWeek.Sunday)), Is.EqualTo(new[] { Clock(0, 0, 0, 5, 0), Clock(6, 21, 0, 24, 0) }));

    [Test]
    public void Build_WorksOnlySaturdays_IsFreeOnlyOnSaturday() =>
        Assert.That(Gaps(Hours(10, 14, IsoDayOfWeek.Saturday)), Is.EqualTo(new[] { Clock(5, 9, 0, 13, 0) }));

    [Test]
    public void Build_HoursNotOnAQuarter_AreRoundedInwards()
    {
        var hours = NineToFive with { Start = new LocalTime(9, 5), End = new LocalTime(16, 55) };
        Assert.That(Gaps(hours)[0], Is.EqualTo(Clock(0, 8, 15, 15, 45)));
    }

    [Test]
    public void Build_NoWorkingHours_IsNeverFree() =>
        Assert.That(AvailabilityBuilder.Build(Winter, [], [], AvailabilityRules.Default), Is.EqualTo(WeekAvailability.None));

    [Test]
    public void Build_SeveralPatternsOfHours_AreCombined()
    {
        WorkingHours[] own = [Hours(10, 11, IsoDayOfWeek.Monday), Hours(14, 15, IsoDayOfWeek.Thursday)];
        var free = AvailabilityBuilder.Build(Winter, own, [], AvailabilityRules.Default);
        Assert.That(free.Gaps(), Is.EqualTo(new[] { Clock(0, 9, 0, 10, 0), Clock(3, 13, 0, 14, 0) }));
    }

    [Test]
    public void Build_LunchBreak_IsNotFree()
    {
        var rules = AvailabilityRules.Default with { LunchBreak = new DailySpan(new LocalTime(12, 0), new LocalTime(12, 30)) };
        Assert.That(Gaps(NineToFive, rules).Take(2), Is.EqualTo(new[] { Clock(0, 8, 0, 11, 0), Clock(0, 11, 30, 16, 0) }));
    }

    [Test]
    public void Build_UsualHours_NarrowTheWorkingHours()
    {
        var rules = AvailabilityRules.Default with { UsualHours = [Hours(13, 22, IsoDayOfWeek.Tuesday)] };
        Assert.That(Gaps(NineToFive, rules), Is.EqualTo(new[] { Clock(1, 12, 0, 16, 0) }));
    }

    [Test]
    public void Build_HolidayAndMeeting_AreNotFree()
    {
        var rules = AvailabilityRules.Default with { MarginMinutes = 0, Holidays = [new LocalDate(2026, 1, 12)] };
        Assert.That(Gaps(NineToFive, rules, Busy(1, 8, 0, 15, 0))[0], Is.EqualTo(Clock(1, 15, 0, 16, 0)));
    }

    [Test]
    public void Build_AbsenceWithoutEnd_BlocksTheWholeWeek() =>
        Assert.That(Gaps(NineToFive, new Interval(Winter.Start, null)), Is.Empty);

    private static WorkingHours Hours(int start, int end, params IsoDayOfWeek[] days) =>
        new([.. days], new LocalTime(start, 0), new LocalTime(end, 0), Amsterdam);

    private static List<Slot> Gaps(WorkingHours hours, params Interval[] busy) => Gaps(hours, AvailabilityRules.Default, busy);

    private static List<Slot> Gaps(WorkingHours hours, AvailabilityRules rules, params Interval[] busy) =>
        [.. AvailabilityBuilder.Build(Winter, [hours], busy, rules).Gaps()];

    private static Slot Clock(int day, int fromHour, int fromMinute, int toHour, int toMinute)
    {
        var start = day * Week.QuarterHoursADay + fromHour * 4 + fromMinute / 15;
        return new Slot(start, (toHour - fromHour) * 4 + (toMinute - fromMinute) / 15);
    }

    private static Interval Busy(int day, int fromHour, int fromMinute, int toHour, int toMinute) =>
        Winter.Of(Clock(day, fromHour, fromMinute, toHour, toMinute));
}
