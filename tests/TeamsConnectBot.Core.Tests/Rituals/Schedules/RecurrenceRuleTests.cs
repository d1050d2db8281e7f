using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>The text of rules, and invalid rules.</summary>
public sealed class RecurrenceRuleTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Test]
    public void Write_DaysInAnyOrder_AreInTheOrderOfTheWeek() =>
        Assert.That(
            RruleText.Write(RecurrenceRule.Weekly(IsoDayOfWeek.Friday, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday), Zone),
            Is.EqualTo("FREQ=WEEKLY;BYDAY=MO,FR"));

    [Test]
    public void Write_Until_IsTheLastSecondOfTheDateInUtc() =>
        Assert.That(
            RruleText.Write(RecurrenceRule.Daily with { Until = new LocalDate(2027, 7, 1) }, Zone),
            Is.EqualTo("FREQ=DAILY;UNTIL=20270701T215959Z"));

    [TestCase("")]
    [TestCase("BYDAY=MO")]
    [TestCase("FREQ=HOURLY")]
    [TestCase("FREQ=2")]
    [TestCase("FREQ=WEEKLY")]
    [TestCase("FREQ=WEEKLY;BYDAY=XX")]
    [TestCase("FREQ=WEEKLY;BYDAY=1MO")]
    [TestCase("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU")]
    [TestCase("FREQ=DAILY;BYHOUR=9")]
    [TestCase("FREQ=DAILY;INTERVAL=0")]
    [TestCase("FREQ=DAILY;INTERVAL=-1")]
    [TestCase("FREQ=DAILY;COUNT=3;UNTIL=20270701T215959Z")]
    [TestCase("FREQ=DAILY;UNTIL=20270701")]
    [TestCase("FREQ=MONTHLY;BYMONTHDAY=32")]
    [TestCase("FREQ=YEARLY;BYMONTHDAY=1")]
    public void Parse_InvalidRule_IsRefused(string text) =>
        Assert.That(
            () => RruleText.Parse(text, Zone),
            Throws.InstanceOf<FormatException>().Or.InstanceOf<NodaTime.Text.UnparsableValueException>());

    [TestCase(0)]
    [TestCase(721)]
    public void Schedule_LengthOutOfRange_IsRefused(int minutes) =>
        Assert.That(
            () => new RitualSchedule(null, new LocalDate(2026, 1, 1), LocalTime.Noon, minutes, Zone),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Schedule_FirstDateNotInTheRule_IsRefused() =>
        Assert.That(
            () => new RitualSchedule(RecurrenceRule.Weekly(IsoDayOfWeek.Monday), new LocalDate(2026, 11, 24), LocalTime.Noon, 30, Zone),
            Throws.ArgumentException);
}
