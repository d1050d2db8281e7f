using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Cards;

internal sealed class MomentsTests
{
    private static readonly Interval Thursday = Samples.Slot(26, 13, 30);

    [TestCase("nl", "do 14:30–14:50")]
    [TestCase("en", "Thu 14:30–14:50")]
    public void Short_WithinSixDays_ShowsTheWeekday(string language, string expected) =>
        Assert.That(Samples.Reader(language).Moments.Short(Thursday), Is.EqualTo(expected));

    [TestCase("nl", "ma 30 nov 14:30–14:50")]
    [TestCase("en", "Mon 30 Nov 14:30–14:50")]
    public void Short_AWeekAhead_ShowsTheDate(string language, string expected) =>
        Assert.That(Samples.Reader(language).Moments.Short(Samples.Slot(30, 13, 30)), Is.EqualTo(expected));

    [Test]
    public void Short_InThePast_ShowsTheDate() =>
        Assert.That(Samples.Reader("nl").Moments.Short(Samples.Slot(20, 13, 30)), Is.EqualTo("vr 20 nov 14:30–14:50"));

    [TestCase("nl", "donderdag 26 november, 14:30–14:50")]
    [TestCase("en", "Thursday 26 November, 14:30–14:50")]
    public void Long_Slot_IsWrittenInFull(string language, string expected) =>
        Assert.That(Samples.Reader(language).Moments.Long(Thursday), Is.EqualTo(expected));

    [TestCase("America/New_York", "do 08:30–08:50 (New York)")]
    [TestCase("Asia/Kolkata", "do 19:00–19:20 (Kolkata)")]
    [TestCase("Pacific/Auckland", "vr 02:30–02:50 (Auckland)", Description = "already the next day there")]
    public void Short_NamedZone_IsTheReadersOwn(string zone, string expected) =>
        Assert.That(
            Samples.Reader("nl", DateTimeZoneProviders.Tzdb[zone]).Moments.Short(Thursday, nameZone: true),
            Is.EqualTo(expected));

    [TestCase("nl", "Europe/London", "do 13:30–13:50 (Londen)")]
    [TestCase("en", "Europe/London", "Thu 13:30–13:50 (London)")]
    [TestCase("nl", "Europe/Berlin", "do 14:30–14:50 (Berlijn)")]
    public void Short_NamedZone_IsInTheReadersLanguage(string language, string zone, string expected) => Assert.That(
        Samples.Reader(language, DateTimeZoneProviders.Tzdb[zone]).Moments.Short(Thursday, nameZone: true), Is.EqualTo(expected));

    [TestCase("nl", "do 14:30–14:50 (jouw tijd)")]
    [TestCase("en", "Thu 14:30–14:50 (your time)")]
    public void Short_CityUnknown_SaysYourTime(string language, string expected) => Assert.That(
        (Samples.Reader(language, DateTimeZoneProviders.Tzdb["Europe/Berlin"]) with { KnowsCity = false })
            .Moments.Short(Thursday, nameZone: true),
        Is.EqualTo(expected));

    [TestCase("nl", 17, 9, "ma 17:00 tot de volgende ochtend 09:00")]
    [TestCase("en", 17, 9, "Mon 17:00 until 09:00 the next morning")]
    [TestCase("nl", 9, 17, "ma 09:00–17:00")]
    public void Hours_EndingBeforeTheyStart_RunUntilTheNextMorning(string language, int from, int until, string expected)
    {
        var form = new PreferencesForm(
            false, false, ["nl"], [IsoDayOfWeek.Monday], new LocalTime(from, 0), new LocalTime(until, 0), [], true, true);
        Assert.That(PreferencesInputs.Hours(form, Samples.Reader(language).Texts), Is.EqualTo(expected));
    }

    [TestCase("nl", "woensdag 12:00")]
    [TestCase("en", "Wednesday 12:00")]
    public void Deadline_ShowsWeekdayAndTime(string language, string expected) =>
        Assert.That(Samples.Reader(language).Moments.Deadline(Instant.FromUtc(2026, 11, 25, 11, 0)), Is.EqualTo(expected));

    [TestCase(2026, 12, 31, "donderdag 31 december")]
    [TestCase(2027, 1, 3, "zondag 3 januari")]
    [TestCase(2027, 11, 23, "dinsdag 23 november 2027", Description = "a year ahead, so the year is needed")]
    public void Date_AYearAhead_ShowsTheYear(int year, int month, int day, string expected) =>
        Assert.That(Samples.Reader("nl").Moments.Date(Instant.FromUtc(year, month, day, 11, 0)), Is.EqualTo(expected));

    [Test]
    public void Long_InTheRepeatedHour_ShowsLocalClockTime()
    {
        var secondTwo = Instant.FromUtc(2026, 10, 25, 1, 30);
        var slot = new Interval(secondTwo, secondTwo + Duration.FromMinutes(20));
        Assert.That(Samples.Reader("nl").Moments.Long(slot), Is.EqualTo("zondag 25 oktober, 02:30–02:50"));
    }
}
