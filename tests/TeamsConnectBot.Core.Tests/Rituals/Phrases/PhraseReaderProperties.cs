using System.Diagnostics;
using System.Text;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.Tests.Rituals.Phrases;

/// <summary>Any text gets an answer, and quickly.</summary>
public sealed class PhraseReaderProperties
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Phrases = [.. PhraseTable.Rows("unseen").Select(row => row.Phrase)];
    private static readonly string[] Words =
        [.. PhraseTable.Rows("dutch").Concat(PhraseTable.Rows("english")).SelectMany(row => row.Phrase.Split(' ')).Distinct()];

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool Read_AnyText_GivesAReading(string? text) => IsWhole(PhraseReader.Read(text ?? "", PhraseTable.Context()));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Read_KnownWordsInAnyOrder_GivesAReadingThatIsInTheFuture(int seed)
    {
        var random = new Random(seed);
        var phrase = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Words[random.Next(Words.Length)]));
        return IsWhole(PhraseReader.Read(phrase, PhraseTable.Context(seed % 2 == 0 ? Language.Dutch : Language.English)));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Read_PhraseWithOneCharacterChanged_GivesAReading(int seed)
    {
        var random = new Random(seed);
        var phrase = new StringBuilder(Phrases[random.Next(Phrases.Length)]);
        phrase[random.Next(phrase.Length)] = (char)random.Next(1, 0x2100);
        return IsWhole(PhraseReader.Read(phrase.ToString(), PhraseTable.Context()));
    }

    [TestCase('a')]
    [TestCase('9')]
    [TestCase('"')]
    [TestCase('\'')]
    [TestCase('-')]
    [TestCase('\u202E')]
    [TestCase('\uD800')]
    [TestCase('\0')]
    [TestCase(' ')]
    public void Read_OneCharacterTenThousandTimes_AsksWithoutDelay(char character)
    {
        var text = new string(character, 10_000);
        var reading = PhraseReader.Read(text, PhraseTable.Context());
        AssertIsQuick(text);
        Assert.That(((Question)reading).Kind, Is.EqualTo(QuestionKind.PhraseTooLong));
    }

    [TestCase("elke vrijdag of ")]
    [TestCase("3 of ")]
    [TestCase("sonday ")]
    [TestCase("\"' ")]
    [TestCase("1/2/")]
    [TestCase("om 3 ")]
    public void Read_LongestPhrase_IsAsFast(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, PhraseReader.MaxLength))[..PhraseReader.MaxLength];
        AssertIsQuick(text);
    }

    // Measures the fastest of many attempts, because the machine may be busy.
    private static void AssertIsQuick(string text)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 50 && fastest >= Longest; attempt++)
        {
            var started = Stopwatch.GetTimestamp();
            PhraseReader.Read(text, PhraseTable.Context());
            var took = Stopwatch.GetElapsedTime(started);
            fastest = took < fastest ? took : fastest;
        }

        Assert.That(fastest, Is.LessThan(Longest));
    }

    private static bool IsWhole(PhraseReading reading) => reading switch
    {
        Understood understood => understood.Schedule.Next(PhraseTable.Now) is { } next && next.Planned.Date == understood.Schedule.First,
        Question question =>
            question.TextIn(question.Language).Length > 0 && question.Readings.Length <= 3 && question.Readings.All(IsWhole),
        _ => false,
    };
}
