using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Core.Tests.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Texts;

/// <summary>All answers to a question have different texts and different effects.</summary>
public sealed class AnswerTextsTests
{
    private const int Longest = 34;
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly string[] Tables = ["dutch", "english", "unseen", "field"];
    private static readonly string[] Words = [.. Tables.SelectMany(PhraseTable.Rows).SelectMany(row => row.Phrase.Split(' ')).Distinct()];

    [TestCaseSource(nameof(Tables))]
    public void Of_EveryQuestionOfATable_HasDifferentTextsAndEffects(string table) => Assert.Multiple(() =>
    {
        foreach (var row in PhraseTable.Rows(table))
        {
            foreach (var reader in Enum.GetValues<Language>())
            {
                Assert.That(Faults(PhraseReader.Read(row.Phrase, PhraseTable.Context(reader)), reader), Is.Empty, row.Phrase);
            }
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Of_AnyWordsInAnyOrder_HasDifferentTextsAndEffects(int seed)
    {
        var random = new Random(seed);
        var phrase = string.Join(' ', Enumerable.Range(0, random.Next(1, 10)).Select(_ => Words[random.Next(Words.Length)]));
        var reader = seed % 2 == 0 ? Language.Dutch : Language.English;
        return Faults(PhraseReader.Read(phrase, PhraseTable.Context(reader)), reader).Length == 0;
    }

    [Test]
    public void Of_SameScheduleWithTwoNames_IncludesTheName() =>
        Assert.That(
            TextsOf("standup elke donderdag 9:00 f"),
            Is.EqualTo(new[] { "standup: elke donderdag 09:00–09:30", "standup f: elke donderdag 09:00–09:30" }));

    [TestCase("elk kwartaal 9:00", "eerste maandag", "laatste vrijdag", "eerste werkdag")]
    [TestCase("elke maand 9:00", "eerste maandag", "laatste vrijdag", "eerste werkdag")]
    public void Buttons_LongAnswers_KeepThePartThatDiffers(string phrase, params string[] expected) =>
        Assert.That(AnswerTexts.Buttons(TextsOf(phrase), Longest), Is.EqualTo(expected));

    [Test]
    public void Buttons_AnswersThatDifferOnlyPastTheCut_AreNumbered()
    {
        var name = new string('x', 60);
        Assert.That(AnswerTexts.Buttons([name + "a", name + "b"], Longest).Select(text => text[..3]), Is.EqualTo(new[] { "1. ", "2. " }));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Buttons_AnyTexts_AreShortAndDifferent(FsCheck.NonEmptyArray<FsCheck.NonNull<string>> texts)
    {
        var distinct = texts.Get.Select(text => text.Get).Distinct(StringComparer.OrdinalIgnoreCase).Take(4).ToList();
        var buttons = AnswerTexts.Buttons(distinct, Longest);
        return buttons.Length == distinct.Count && buttons.All(text => text.Length <= Longest)
            && buttons.Distinct(StringComparer.OrdinalIgnoreCase).Count() == buttons.Length;
    }

    private static System.Collections.Immutable.ImmutableArray<string> TextsOf(string phrase) =>
        AnswerTexts.Of(
            [.. ((Question)PhraseReader.Read(phrase, PhraseTable.Context())).Readings.Select(each => (each.Schedule, each.Name))],
            Today,
            Language.Dutch);

    private static string Faults(PhraseReading reading, Language reader)
    {
        if (reading is not Question question)
        {
            return "";
        }

        var texts = AnswerTexts.Of([.. question.Readings.Select(each => (each.Schedule, each.Name))], Today, reader);
        var buttons = AnswerTexts.Buttons(texts, Longest);
        return texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < texts.Length ? $"equal texts: {string.Join(" | ", texts)}"
            : buttons.Distinct(StringComparer.OrdinalIgnoreCase).Count() < buttons.Length || buttons.Any(button => button.Length > Longest)
                ? $"buttons: {string.Join(" | ", buttons)}"
            : question.Readings.DistinctBy(each => (each.Schedule, each.Name)).Count() < texts.Length ? "two have the same effect"
            : "";
    }
}
