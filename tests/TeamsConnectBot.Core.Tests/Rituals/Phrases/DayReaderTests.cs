using System.Globalization;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>Days as people write them to skip, move or pause, on Monday 4 January 2027.</summary>
public sealed class DayReaderTests
{
    [TestCase("volgende week", "01-11..01-17")]
    [TestCase("volgende maandag", "01-11")]
    [TestCase("next monday", "01-11")]
    [TestCase("maandag 11 januari", "01-11")]
    [TestCase("11 januari", "01-11")]
    [TestCase("op 11/1", "01-11 of 11-01")]
    [TestCase("vandaag", "01-04")]
    [TestCase("morgen", "01-05")]
    [TestCase("maandag", "01-04 of 01-11")]
    [TestCase("donderdag", "01-07")]
    [TestCase("volgende vrijdag", "01-08 of 01-15")]
    [TestCase("the next two weeks", "01-04..01-17")]
    [TestCase("de komende twee weken", "01-04..01-17")]
    [TestCase("voor 2 weken", "01-04..01-17")]
    [TestCase("for two months", "01-04..03-03")]
    [TestCase("over een week", "01-11")]
    [TestCase("thursday week", "01-14")]
    [TestCase("deze week", "01-04..01-10")]
    [TestCase("komende week", "01-11..01-17")]
    [TestCase("de week van 18 januari", "01-18..01-24")]
    [TestCase("week 3", "01-18..01-24")]
    [TestCase("in februari", "02-01..02-28")]
    [TestCase("tot 16 januari", "01-04..01-15")]
    [TestCase("t/m 16 januari", "01-04..01-16")]
    [TestCase("until next monday", "01-04..01-10")]
    [TestCase("tot volgende week", "01-04..01-10")]
    [TestCase("tot eind januari", "01-04..01-31")]
    [TestCase("tot pasen", "01-04..03-27")]
    [TestCase("van 21 januari tot en met 3 februari", "01-21..02-03")]
    [TestCase("tussen 21 januari en 3 februari", "01-21..02-03")]
    [TestCase("between 21 January and 3 February", "01-21..02-03")]
    [TestCase("21 januari en 3 februari", "niets")]
    [TestCase("Tuesday and Thursday", "niets")]
    [TestCase("21 januari en 22 januari", "01-21..01-22")]
    [TestCase("tweede paasdag", "03-29")]
    [TestCase("volgende keer", "1 keer")]
    [TestCase("next time", "1 keer")]
    [TestCase("de komende 2 keer", "2 keer")]
    [TestCase("maandag 12 januari", "niets")]
    [TestCase("blauw", "niets")]
    [TestCase("", "niets")]
    [TestCase("elke vrijdag", "niets")]
    public void Read_Phrase_IsTheExpectedDays(string phrase, string expected)
    {
        foreach (var writer in Enum.GetValues<Language>())
        {
            Assert.That(Describe(DayReader.Read(phrase, Context(writer))), Is.EqualTo(expected), writer.ToString());
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Read_AnyText_GivesDaysInOrderOrNothing(string? text) =>
        DayReader.Read(text ?? "", Context(Language.Dutch)) is not { } reading || reading.Spans.All(span => span.First <= span.Last);

    [TestCase("een uur later", "PT60M")]
    [TestCase("an hour later", "PT60M")]
    [TestCase("half uur eerder", "PT-30M")]
    [TestCase("een half uur eerder", "PT-30M")]
    [TestCase("half an hour earlier", "PT-30M")]
    [TestCase("een kwartier later", "PT15M")]
    [TestCase("anderhalf uur later", "PT90M")]
    [TestCase("30 minutes earlier", "PT-30M")]
    [TestCase("één dag later", "P1D")]
    [TestCase("one day earlier", "P-1D")]
    [TestCase("later", null)]
    [TestCase("naar 16:00", null)]
    public void Move_LaterOrEarlier_IsThatShift(string text, string? shift) =>
        Assert.That(MovePhrase.Read(text, Context(Language.Dutch)).Shift?.ToString(), Is.EqualTo(shift));

    [TestCase("van volgende week naar vrijdag", "vrijdag", "01-11..01-17", true, false)]
    [TestCase("from next week to friday", "friday", "01-11..01-17", true, false)]
    [TestCase("deze week naar vrijdag", "vrijdag", "01-04..01-10", true, false)]
    [TestCase("alleen volgende keer naar dinsdag", "dinsdag", "niets", true, false)]
    [TestCase("eenmalig naar donderdag 5 maart 10:00", "donderdag 5 maart 10:00", "niets", true, false)]
    [TestCase("voortaan naar vrijdag", "vrijdag", "niets", false, true)]
    [TestCase("voortaan van vrijdag naar donderdag", "donderdag", "01-08", false, true)]
    [TestCase("for good from friday to thursday", "thursday", "01-08", false, true)]
    [TestCase("van vrijdag naar donderdag", "donderdag", "01-08", true, false)]
    [TestCase("van 15:30 naar 16:00", "16:00", "niets", false, false)]
    [TestCase("naar elke donderdag 16:00", "elke donderdag 16:00", "niets", false, false)]
    [TestCase("to friday 10 to 11", "friday 10 to 11", "niets", false, false)]
    [TestCase("volgende week een uur later", "een uur later", "01-11..01-17", true, false)]
    public void Move_OccurrenceAndTarget_AreReadSeparately(string text, string target, string which, bool once, bool always)
    {
        var phrase = MovePhrase.Read(text, Context(Language.Dutch));
        Assert.That((phrase.Target, Describe(phrase.Which), phrase.IsOnce, phrase.IsAlways), Is.EqualTo((target, which, once, always)));
    }

    [TestCase("van vrijdag naar donderdag", false)]
    [TestCase("from friday to thursday", false)]
    [TestCase("eenmalig van vrijdag naar donderdag", true)]
    [TestCase("van volgende vrijdag naar donderdag", true)]
    [TestCase("vrijdag 8 januari naar donderdag", true)]
    public void Move_FromTheOnlyDayOfARitual_IsAboutOneOccurrenceOnlyWhenItSaysSo(string text, bool once)
    {
        var phrase = MovePhrase.Read(text, Context(Language.Dutch));
        Assert.That(phrase.ForRitualOn([IsoDayOfWeek.Friday]).IsOnce, Is.EqualTo(once));
        Assert.That(phrase.ForRitualOn([IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday]).IsOnce, Is.True, "one of two days");
    }

    private static PhraseContext Context(Language writer) =>
        new(PhraseTable.Zone, new LocalDateTime(2027, 1, 4, 9, 0).InZoneStrictly(PhraseTable.Zone).ToInstant(), writer);

    private static string Describe(DayReading? reading) => reading switch
    {
        null => "niets",
        { Times: > 0 and var times } => $"{times} keer",
        _ => string.Join(" of ", reading.Spans.Select(span =>
            span.First == span.Last ? Day(span.First) : $"{Day(span.First)}..{Day(span.Last)}")),
    };

    private static string Day(LocalDate date) => date.ToString("MM-dd", CultureInfo.InvariantCulture);
}
