using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Graph.People;

/// <summary>Names as people type them: either order, with a comma or not, without accents, with the quotes their keyboard has.</summary>
internal static class NameWords
{
    /// <summary>Letters that many names have with an accent as their first.</summary>
    private static readonly Dictionary<char, string> Accented = new()
    {
        ['a'] = "áàâäåã", ['c'] = "çč", ['e'] = "éèêë", ['i'] = "íîï", ['n'] = "ñ", ['o'] = "óöôø", ['s'] = "šş", ['u'] = "üúû",
        ['z'] = "žż",
    };

    /// <summary>Whether both are the same words, in whatever order.</summary>
    public static bool AreSame(string one, string other) =>
        Words(one).Order(StringComparer.Ordinal).SequenceEqual(Words(other).Order(StringComparer.Ordinal));

    /// <summary>Whether every word that was typed begins a word of the name.</summary>
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
    /// What a directory may have a name begin with that was typed so: as typed, with the other apostrophe, in other orders.
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

        return [.. orders.SelectMany(order => order.Contains('\'', StringComparison.Ordinal) ? [order, order.Replace('\'', '’')] : new[] { order }).Distinct()];
    }

    /// <summary>
    /// Shorter beginnings, up to the first letter that may have an accent where none was typed, to look among what they find.
    /// </summary>
    public static IReadOnlyList<string> LooseBeginnings(string typed)
    {
        var found = new List<string>();
        foreach (var word in Words(typed).Take(3))
        {
            var plain = word.TakeWhile(letter => !Accented.ContainsKey(letter)).Count();
            found.AddRange(plain > 0 ? [word[..plain]] : Accented[word[0]].Select(letter => $"{letter}"));
            if (plain == 0)
            {
                found.Add(word[..1]);
            }
        }

        return [.. found.Distinct()];
    }

    private static string[] Words(string name) => WrittenWords.Bare(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
