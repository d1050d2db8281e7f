using FsCheck;
using FsCheck.Fluent;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

/// <summary>Questions as people type them, on Monday 4 January 2027 at ten.</summary>
public sealed class HelpPhraseTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [TestCase("draaitabellen, 20 min, morgen", "draaitabellen | 20 | 01-05")]
    [TestCase("pivot tables, 20 min, tomorrow", "pivot tables | 20 | 01-05")]
    [TestCase("draaitabellen", "draaitabellen")]
    [TestCase("Draaitabellen in Excel; een kwartiertje; uiterlijk vrijdag 15:00", "Draaitabellen in Excel | 15 | 01-08 15:00")]
    [TestCase("pivot tables, half an hour, by Friday 3pm", "pivot tables | 30 | 01-08 15:00")]
    [TestCase("pivot tables, by Friday, half an hour", "pivot tables | 30 | 01-08")]
    [TestCase("een brief in het Duits, in het Engels", "een brief in het Duits | en")]
    [TestCase("a letter, English please, 30 minutes", "a letter | 30 | en")]
    [TestCase("hoe maak ik een draaitabel? 20 min, morgen", "hoe maak ik een draaitabel? | 20 | 01-05")]
    [TestCase("How do I share a folder? Tomorrow.", "How do I share a folder? | 01-05")]
    [TestCase("SQL - 1 uur - deze week", "SQL | 60 | 01-10")]
    [TestCase("komma's, puntkomma's; en punten", "komma's, puntkomma's; en punten")]
    [TestCase("appels, peren, 10 minuten", "appels, peren | 10")]
    [TestCase("de prijs van 1,5 naar 2,5, 1,5 uur", "de prijs van 1,5 naar 2,5 | 90")]
    [TestCase("20 min, morgen", " | 20 | 01-05")]
    [TestCase("morgen", " | 01-05")]
    [TestCase("", "")]
    [TestCase("draaitabellen 20 min morgen", "draaitabellen | 20 | 01-05")]
    [TestCase("pivot tables tomorrow 20 min", "pivot tables | 20 | 01-05")]
    [TestCase("een dagstart in 15 minuten", "een dagstart in 15 minuten")]
    [TestCase("de agenda van morgen", "de agenda van morgen")]
    [TestCase("the plan for tomorrow", "the plan for tomorrow")]
    [TestCase("mijn plan, ik wil morgen", "mijn plan, ik wil morgen")]
    [TestCase("pivot tables, about half an hour", "pivot tables | 30")]
    [TestCase("draaitabellen, ongeveer 20 minuten", "draaitabellen | 20")]
    [TestCase("draaitabellen, 90 min", "draaitabellen | 90")]
    [TestCase("draaitabellen, gisteren", "draaitabellen | 01-03")]
    [TestCase("draaitabellen, voor vrijdag", "draaitabellen | 01-07")]
    [TestCase("pivot tables, before Friday noon", "pivot tables | 01-08 12:00")]
    [TestCase("draaitabellen, voor 15 uur", "draaitabellen | 01-04 15:00")]
    [TestCase("draaitabellen, vandaag om 4 uur", "draaitabellen | 01-04 16:00")]
    [TestCase("draaitabellen, vanmiddag", "draaitabellen | 01-04")]
    [TestCase("draaitabellen, morgenochtend", "draaitabellen | 01-05 12:00")]
    [TestCase("pivot tables, within three days", "pivot tables | 01-07")]
    [TestCase("draaitabellen, binnen 3 dagen", "draaitabellen | 01-07")]
    [TestCase("draaitabellen, maandag", "draaitabellen | 01-11")]
    [TestCase("draaitabellen, 12 januari", "draaitabellen | 01-12")]
    [TestCase("cijfers over het jaar, februari", "cijfers over het jaar, februari")]
    [TestCase("draaitabellen, margen", "draaitabellen, margen")]
    [TestCase("draaitabellen, morgen, morgen", "draaitabellen, morgen | 01-05")]
    public void Read_Line_TakesOnlyTheLastPartsThatAreTimes(string text, string expected)
    {
        foreach (var writer in Enum.GetValues<Language>())
        {
            Assert.That(Describe(HelpPhrase.Read(text, Context(writer))), Is.EqualTo(expected), writer.ToString());
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Read_AnyText_KeepsItsBeginningAsItWas(string? text) =>
        (text ?? "").Trim().StartsWith(HelpPhrase.Read(text ?? "", Context(Language.Dutch)).Words, StringComparison.Ordinal);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Read_WordsThatAreNoTimes_AreKeptWithTheirCommas() => Prop.ForAll(
        Questions.ToArbitrary(),
        words =>
        {
            var phrase = HelpPhrase.Read($"{words}, 25 min, morgen", Context(Language.Dutch));
            return phrase.Words == words && phrase is { Minutes: 25, Deadline: { } until } && until.Day == new LocalDate(2027, 1, 5);
        });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Read_PartsInAnyOrder_SayTheSame() => Prop.ForAll(
        Gen.Shuffle(["25 min", "vrijdag", "in het Engels"]).ToArbitrary(),
        parts => HelpPhrase.Read($"draaitabellen, {string.Join(", ", parts)}", Context(Language.English))
            == new HelpPhrase("draaitabellen", 25, new HelpDeadline(new LocalDate(2027, 1, 8), null), "en"));

    private static Gen<string> Questions => Gen.Elements(
            "Excel", "draaitabellen?", "een brief", "C#", "R", "brieven, rapporten", "1,5 liter", "(met, komma's)", "“quote”", "don't",
            "émotions 👩🏽‍💻")
        .NonEmptyListOf().Select(words => string.Join(", ", words));

    private static PhraseContext Context(Language language) =>
        new(Amsterdam, new LocalDateTime(2027, 1, 4, 10, 0).InZoneStrictly(Amsterdam).ToInstant(), language);

    private static string Describe(HelpPhrase phrase) => string.Join(" | ", new[]
    {
        phrase.Words, phrase.Minutes is { } minutes ? $"{minutes}" : null,
        phrase.Deadline is { } until ? $"{until.Day:MM-dd}{(until.Time is { } time ? $" {time:HH:mm}" : "")}" : null, phrase.Language,
    }.OfType<string>());
}
