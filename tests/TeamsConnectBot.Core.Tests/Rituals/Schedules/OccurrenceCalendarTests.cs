using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Holidays;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>Which occurrences take place, given holidays, skips and moves.</summary>
public sealed class OccurrenceCalendarTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly RitualSchedule Fridays = new(
        RecurrenceRule.Weekly(IsoDayOfWeek.Friday), new LocalDate(2026, 12, 4), new LocalTime(15, 30), 30, Zone);
    private static readonly ImmutableHashSet<LocalDate> Holidays = 
        [.. PublicHolidays.In("NL", 2026).Concat(PublicHolidays.In("NL", 2027)).Select(holiday => holiday.Date)];
    private static readonly OccurrenceCalendar Calendar = new(Fridays, Holidays, [], Move());

    [Test]
    public void After_HolidaysOnItsDay_AreLeftOut() =>
        Assert.That(Dates(Calendar, 5), Is.EqualTo("12-04T15 12-11T15 12-18T15 01-08T15 01-15T15"));

    [Test]
    public void After_SkippedOnce_IsLeftOut() =>
        Assert.That(Dates(Calendar with { Skipped = [new LocalDate(2026, 12, 11)] }, 3), Is.EqualTo("12-04T15 12-18T15 01-08T15"));

    [Test]
    public void After_MovedOnce_IsAtTheNewTimeWithItsPlannedDate()
    {
        var moved = Calendar with { Moved = Move((new LocalDate(2026, 12, 11), new LocalDateTime(2026, 12, 14, 10, 0))) };
        Assert.That(Dates(moved, 3), Is.EqualTo("12-04T15 12-14T10 12-18T15"));
        Assert.That(moved.After(Instant.MinValue).ElementAt(1).Planned.Date, Is.EqualTo(new LocalDate(2026, 12, 11)));
    }

    [Test]
    public void After_MovedPastTheNext_IsInOrderOfStart() =>
        Assert.That(
            Dates(Calendar with { Moved = Move((new LocalDate(2026, 12, 4), new LocalDateTime(2026, 12, 12, 9, 0))) }, 3),
            Is.EqualTo("12-11T15 12-12T09 12-18T15"));

    [Test]
    public void After_MovedAwayFromAHoliday_TakesPlace() =>
        Assert.That(
            Dates(Calendar with { Moved = Move((new LocalDate(2026, 12, 25), new LocalDateTime(2026, 12, 23, 15, 30))) }, 4),
            Is.EqualTo("12-04T15 12-11T15 12-18T15 12-23T15"));

    [Test]
    public void After_MovedPastTheLast_StillTakesPlace()
    {
        var once = new RitualSchedule(null, new LocalDate(2026, 12, 4), new LocalTime(15, 30), 30, Zone);
        var moved = new OccurrenceCalendar(once, [], [], Move((new LocalDate(2026, 12, 4), new LocalDateTime(2026, 12, 8, 10, 0))));
        Assert.That(Dates(moved, 3), Is.EqualTo("12-08T10"));
        Assert.That(moved.After(Instant.FromUtc(2026, 12, 8, 9, 0)), Is.Empty);
    }

    [Test]
    public void After_MoveOfADateWithoutOccurrence_AddsNothing() =>
        Assert.That(
            Dates(Calendar with { Moved = Move((new LocalDate(2026, 12, 9), new LocalDateTime(2026, 12, 10, 10, 0))) }, 2),
            Is.EqualTo("12-04T15 12-11T15"));

    private static ImmutableDictionary<LocalDate, LocalDateTime> Move(params (LocalDate From, LocalDateTime To)[] moves) =>
        moves.ToImmutableDictionary(move => move.From, move => move.To);

    private static string Dates(OccurrenceCalendar calendar, int count) =>
        string.Join(
            ' ',
            calendar.After(Instant.MinValue).Take(count)
                .Select(each => LocalDateTimePattern.CreateWithInvariantCulture("MM-dd'T'HH").Format(each.Start.LocalDateTime)));
}
