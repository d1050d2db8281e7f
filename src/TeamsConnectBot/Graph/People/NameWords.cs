using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Graph.People;

/// <summary>Compares names as people type them: in any order, with or without a comma or accents, with either apostrophe.</summary>
internal static class NameWords
{
    /// <summary>Letters with which many names begin in an accented form.</summary>
    private static readonly Dictionary<char, string> Accented = new()
    {
        ['a'] = "áàâäåã", ['c'] = "çč", ['e'] = "éèêë", ['i'] = "íîï", ['n'] = "ñ", ['o'] = "óöôø", ['s'] = "šş", ['u'] = "üúû",
        ['z'] = "žż",
    };

    /// <summary>Whether both consist of the same words, in any order.</summary>
    public static bool AreSame(string one, string other) =>
        Words(one).Order(StringComparer.Ordinal).SequenceEqual(Words(other).Order(StringComparer.Ordinal));

    /// <summary>Whether every typed word is the beginning of a word of the name.</summary>
    public static bool Fit(string name, string typed)
    {
        var left = Words(name).ToList();
        foreach (var word in Words(typed).OrderByDescending(word => word.Length))
        {
            var at = left.FindIndex(part => part.StartsWith(word, StringComparison.Ordinal));
            if (at < 0)
            {
                return false;
            }

            left.RemoveAt(at);
        }

        return true;
    }

    /// <summary>
    /// How a display name in the directory may begin, given what was typed: as typed, with the other apostrophe, in another order.
    /// </summary>
    public static IReadOnlyList<string> Beginnings(string typed)
    {
        var clean = string.Join(' ', WrittenWords.FoldMarks(typed).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
        var words = clean.Split(' ');
        List<string> orders = [clean];
        if (words.Length is > 1 and < 6)
        {
            // 'de Vries Noor' and 'Vries, Noor de' for Noor de Vries.
            orders.AddRange(Enumerable.Range(1, words.Length - 1).SelectMany(at =>
            {
                string first = string.Join(' ', words[..at]), last = string.Join(' ', words[at..]);
                return new[] { $"{last} {first}", $"{last}, {first}", $"{first}, {last}" };
            }));
        }

        return [.. orders.SelectMany(order => new[] { order, order.Replace('\'', '’') }).Distinct()];
    }

    /// <summary>
    /// Shorter beginnings, up to the first letter that may be accented in the directory; filter what they find with <see cref="Fit"/>.
    /// </summary>
    public static IReadOnlyList<string> LooseBeginnings(string typed)
    {
        var found = new List<string>();
        foreach (var word in Words(typed).Take(3))
        {
            var plain = word.TakeWhile(letter => !Accented.ContainsKey(letter)).Count();
            found.AddRange(plain > 0 ? [word[..plain]] : Accented[word[0]].Append(word[0]).Select(letter => $"{letter}"));
        }

        return [.. found.Distinct()];
    }

    private static string[] Words(string name) => WrittenWords.Bare(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
