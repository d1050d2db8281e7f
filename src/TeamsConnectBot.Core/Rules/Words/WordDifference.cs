namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>Whether words are in both texts or in one only.</summary>
public enum WordChange
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the first only.</summary>
    Gone,

    /// <summary>In the second only.</summary>
    New,
}

/// <summary>Successive words of a text that are all in both texts, or all in one only.</summary>
/// <param name="Change">Which of these.</param>
/// <param name="Text">The words, with the spaces between them.</param>
public readonly record struct WordRun(WordChange Change, string Text);

/// <summary>
/// Compares two texts word by word. Without the new words the runs are the first text, and without those that are gone the second.
/// </summary>
public static class WordDifference
{
    /// <summary>The runs, in order; where words were replaced, those that are gone come first.</summary>
    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (one, other) = (WordsOf(before), WordsOf(after));

        // How many words two ends of the texts have in common at most: the longest common subsequence.
        var common = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
        {
            for (var j = other.Count - 1; j >= 0; j--)
            {
                common[i, j] = one[i] == other[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var runs = new List<WordRun>();
        var (at, to) = (0, 0);
        while (at < one.Count || to < other.Count)
        {
            var isSame = at < one.Count && to < other.Count && one[at] == other[to];
            var isGone = !isSame && at < one.Count && (to == other.Count || common[at + 1, to] >= common[at, to + 1]);
            Add(runs, isSame ? WordChange.Same : isGone ? WordChange.Gone : WordChange.New, isSame || isGone ? one[at] : other[to]);
            at += isSame || isGone ? 1 : 0;
            to += isSame || !isGone ? 1 : 0;
        }

        return runs;
    }

    private static void Add(List<WordRun> runs, WordChange change, string word)
    {
        if (runs.Count > 0 && runs[^1].Change == change)
        {
            runs[^1] = new WordRun(change, runs[^1].Text + word);
        }
        else
        {
            runs.Add(new WordRun(change, word));
        }
    }

    // A word with the white space after it, so that the words together are the text.
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || (char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at])))
            {
                words.Add(text[start..at]);
                start = at;
            }
        }

        return words;
    }
}
