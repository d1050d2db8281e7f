namespace TeamsConnectBot.Core.Tests.Availability;

public sealed class LunchTimeTests
{
    private static readonly Week Week = new(new LocalDate(2026, 9, 7));
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Test]
    public void In_UsualHours_IsTwelveToHalfPastOneOfEveryDayInThePersonsZone()
    {
        var gaps = LunchTime.In(Week, Amsterdam, LunchTime.Usual).Gaps().ToList();

        Assert.That(gaps, Has.Count.EqualTo(7));
        Assert.That(
            gaps.Select(gap => Week.Of(gap)).Select(span => (span.Start.InZone(Amsterdam).TimeOfDay, span.Duration.TotalMinutes)),
            Is.All.EqualTo((new LocalTime(12, 0), 90.0)));
    }

    [Test]
    public void In_HoursThatAreNoWholeQuarters_KeepsTheQuartersEntirelyWithin() =>
        Assert.That(
            LunchTime.In(Week, DateTimeZone.Utc, new DailySpan(new LocalTime(12, 5), new LocalTime(12, 50))).Gaps().First(),
            Is.EqualTo(new Slot(49, 2)));

    [Test]
    public void In_AZoneFarEast_HasLunchOnEachDayOfTheWeekInUtc()
    {
        // Noon on the next Monday there is Sunday evening in UTC.
        var kiritimati = DateTimeZoneProviders.Tzdb["Pacific/Kiritimati"];

        Assert.That(
            LunchTime.In(Week, kiritimati, LunchTime.Usual).Gaps().Select(gap => Week.At(gap.Start).InZone(kiritimati).Hour),
            Is.EqualTo(Enumerable.Repeat(12, 7)));
    }

    [Test]
    public void Or_TwoWeeks_IsFreeWhereEitherIs()
    {
        var one = WeekAvailability.FromSlots([new Slot(1, 2)]);
        var other = WeekAvailability.FromSlots([new Slot(2, 3)]);

        Assert.That(one.Or(other).Gaps(), Is.EqualTo(new[] { new Slot(1, 4) }));
    }
}
