using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>Phrases whose meaning depends on the current time, the time zone, or what was asked for.</summary>
public sealed class PhraseReaderTests
{
    [TestCase("2026-11-23T10:00", "next Tuesday 10:00", "WhichWeek")]
    [TestCase("2026-11-24T10:00", "next Tuesday 10:00", "2026-12-01")]
    [TestCase("2026-11-25T10:00", "next Tuesday 10:00", "2026-12-01")]
    [TestCase("2026-11-25T10:00", "volgende vrijdag 10u", "WhichWeek")]
    [TestCase("2026-11-28T10:00", "volgende vrijdag 10u", "2026-12-04")]
    [TestCase("2026-11-27T09:00", "aanstaande vrijdag 10u", "WhichWeek")]
    [TestCase("2026-11-27T11:00", "vrijdag 10u", "2026-12-04")]
    [TestCase("2026-11-27T09:59", "vrijdag 10u", "2026-11-27")]
    [TestCase("2026-11-27T10:00", "vrijdag 10u", "2026-12-04")]
    [TestCase("2026-11-27T10:00", "27 november 10u", "2027-11-27")]
    [TestCase("2026-12-31T12:00", "elke 31e 10u", "2027-01-31")]
    [TestCase("2027-01-30T12:00", "29 februari 10u", "2028-02-29")]
    [TestCase("2099-12-31T12:00", "29 februari 10u", "2104-02-29")]
    [TestCase("2026-12-28T12:00", "vijfde maandag van de maand 10u", "2027-03-29")]
    [TestCase("2026-11-24T14:00", "vandaag om 3", "2026-11-24")]
    [TestCase("2026-12-31T23:30", "morgen 9u", "2027-01-01")]
    public void Read_AtAMoment_GivesTheNearestFutureDateOrAsks(string now, string phrase, string expected)
    {
        var reading = PhraseReader.Read(phrase, At(now, "Europe/Amsterdam"));
        var found = reading is Understood { Schedule.First: var first }
            ? LocalDatePattern.Iso.Format(first)
            : ((Question)reading).Kind.ToString();
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Read_SameMomentInAnotherZone_IsAnotherDay()
    {
        var late = Instant.FromUtc(2026, 11, 24, 11, 0);
        var kiritimati = new PhraseContext(DateTimeZoneProviders.Tzdb["Pacific/Kiritimati"], late, Language.English);
        Assert.That(ScheduleOf("tomorrow 9:00", kiritimati).First, Is.EqualTo(new LocalDate(2026, 11, 26)));
    }

    [TestCase(PhraseExpectation.Ritual, "FREQ=WEEKLY;BYDAY=FR")]
    [TestCase(PhraseExpectation.Moment, null)]
    public void Read_DayWithoutEvery_RecursForARitualAndIsTheNearestDateForAMove(PhraseExpectation expects, string? rrule)
    {
        var schedule = ScheduleOf("vrijdag 15:30", PhraseTable.Context() with { Expects = expects });
        Assert.That((schedule.Rrule, schedule.First), Is.EqualTo((rrule, new LocalDate(2026, 11, 27))));
    }

    [Test]
    public void Read_MomentWithEvery_StillRecurs() =>
        Assert.That(ScheduleOf("elke vrijdag 15:30", PhraseTable.Context() with { Expects = PhraseExpectation.Moment }).Rrule, Is.Not.Null);

    // 'Mon' is English and 'ma' is Dutch, but 'sep' could be either.
    [TestCase("ma half 10", "09:30")]
    [TestCase("mon half 10", "10:30")]
    [TestCase("5 sep half 10", "WhichHalfHour")]
    public void Read_HalfTen_FollowsTheLanguageOfTheRest(string phrase, string expected)
    {
        var reading = PhraseReader.Read(phrase, PhraseTable.Context());
        var found = reading is Understood { Schedule.Start: var start }
            ? start.ToString("HH:mm", null)
            : ((Question)reading).Kind.ToString();
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Read_AmbiguousHour_AsksWithThePieceAndProposesBothTimes()
    {
        var question = (Question)PhraseReader.Read("vrijdag om 3", PhraseTable.Context());
        Assert.That(question.TextIn(question.Language), Is.EqualTo("Op welk moment van de dag is ‘om 3’?"));
        Assert.That(
            question.Readings.Select(reading => reading.Schedule.Start), Is.EqualTo(new[] { new LocalTime(15, 0), new LocalTime(3, 0) }));
    }

    [TestCase(
        "stand-up donderdag 13/12 9:30 15 min",
        Language.Dutch,
        "Bij ‘donderdag 13/12’ horen de dag en de datum niet bij elkaar. Welke klopt?")]
    [TestCase("every Friday at 3", Language.Dutch, "Op welk moment van de dag is ‘at 3’?")]
    [TestCase("elke vrijdag om 3", Language.English, "At which time of day is ‘om 3’?")]
    [TestCase(
        "coffee every Monday 10:00 500 min",
        Language.English,
        "How long does it last? You wrote ‘500 min’. It can be from 1 minute to 12 hours.")]
    public void TextIn_ReadersLanguage_IsUsedWhateverTheLanguageOfThePhrase(string phrase, Language reader, string text) =>
        Assert.That(((Question)PhraseReader.Read(phrase, PhraseTable.Context(reader))).TextIn(reader), Is.EqualTo(text));

    [Test]
    public void Read_NameWithInvisibleCharacters_KeepsOnlyVisibleOnes()
    {
        var understood = (Understood)PhraseReader.Read(
            "\u202E\u0007\"Kof\u200Efie \u0000thé\u202C\" elke\tvrijdag\u00A015:30", PhraseTable.Context());
        Assert.That(understood.Name, Is.EqualTo("Koffie  thé"));
    }

    [Test]
    public void Read_RightToLeftName_IsKept() =>
        Assert.That(((Understood)PhraseReader.Read("قهوة elke vrijdag 15:30", PhraseTable.Context())).Name, Is.EqualTo("قهوة"));

    private static RitualSchedule ScheduleOf(string phrase, PhraseContext context) =>
        ((Understood)PhraseReader.Read(phrase, context)).Schedule;

    private static PhraseContext At(string local, string zone)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).GetValueOrThrow();
        return new PhraseContext(tz, moment.InZoneStrictly(tz).ToInstant(), Language.Dutch);
    }
}
