using TeamsConnectBot.Core.Rules.Words;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>Two texts compared word by word.</summary>
public sealed class WordDifferenceTests
{
    private static readonly string[] Words = ["coffee", "lunch", "every", "2", "weeks", "for", "people"];

    [Test]
    public void Replaced_Words_AreGoneAndNew_AndTheRestIsTheSame() =>
        Assert.That(
            WordDifference.Between("We offer coffee, every 2 weeks.", "We offer lunch, every 3 weeks."),
            Is.EqualTo(new WordRun[]
            {
                new(WordChange.Same, "We offer "), new(WordChange.Gone, "coffee, "), new(WordChange.New, "lunch, "),
                new(WordChange.Same, "every "), new(WordChange.Gone, "2 "), new(WordChange.New, "3 "), new(WordChange.Same, "weeks."),
            }));

    [TestCase("", "")]
    [TestCase("The same.", "The same.")]
    public void Equal_Texts_HaveNothingMarked(string one, string other) =>
        Assert.That(WordDifference.Between(one, other).Select(run => run.Change), Has.None.Not.EqualTo(WordChange.Same));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Runs_WithoutOneKind_AreEitherText(int[] one, int[] other)
    {
        var (before, after) = (TextOf(one), TextOf(other));
        var runs = WordDifference.Between(before, after);
        return string.Concat(runs.Where(run => run.Change != WordChange.New).Select(run => run.Text)) == before
            && string.Concat(runs.Where(run => run.Change != WordChange.Gone).Select(run => run.Text)) == after;
    }

    private static string TextOf(int[] words) =>
        string.Join(' ', words.Select(word => Words[(word % Words.Length + Words.Length) % Words.Length]));
}
