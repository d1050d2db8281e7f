using System.Globalization;
using System.Text;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Rituals;

/// <summary>Names people give rituals: any text, made fit to be shown in a line and compared.</summary>
internal static class RitualNames
{
    private static readonly string[] Articles =
        ["van de", "van het", "van", "met de", "met het", "met", "de", "het", "the", "of the", "of", "our", "ons", "onze"];

    /// <summary>Without control characters and marks that turn the line, and not too long.</summary>
    public static string Clean(string name)
    {
        var clean = string.Join(' ', MarkdownText.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', ':', '-', '–', '"', '‘', '’', '“', '”', '\'');
        if (clean.Length <= RitualFormCard.LongestName)
        {
            return Capitalised(clean);
        }

        // Not in the middle of what is one letter to whoever reads it.
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(clean);
        while (elements.MoveNext() && kept.Length + ((string)elements.Current).Length <= RitualFormCard.LongestName)
        {
            kept.Append((string)elements.Current);
        }

        return Capitalised(kept.ToString().Trim());
    }

    // Typed in passing, it begins sentences on cards; a word with a capital of its own, such as iOS, stays as it is.
    private static string Capitalised(string name)
    {
        var first = name.Split(' ')[0];
        return first.Any(char.IsUpper) || name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }

    public static bool AreSame(string one, string other) =>
        Compare.Compare(WrittenWords.FoldMarks(one), WrittenWords.FoldMarks(other), Options) == 0;

    /// <summary>What follows a name at the beginning of a text; null when it does not begin with it.</summary>
    public static string? RestAfter(string text, string name)
    {
        if (!Compare.IsPrefix(WrittenWords.FoldMarks(text), WrittenWords.FoldMarks(name), Options, out var length))
        {
            return null;
        }

        return length == text.Length || !char.IsLetterOrDigit(text[length]) ? text[length..].Trim(' ', ',', ':', '"', '’', '”') : null;
    }

    /// <summary>What stands around a name in a text, 'volgende week' of 'de koffie volgende week'; null when it isn't in it.</summary>
    public static string? RestAround(string text, string name)
    {
        if (RestAfter(text, name) is { } rest)
        {
            return rest;
        }

        // Letter for letter, so that a place in the one is the same place in the other.
        var (folded, wanted) = (WrittenWords.FoldMarks(text), WrittenWords.FoldMarks(name));
        for (var from = 0; from < text.Length && name.Length > 0; from++)
        {
            var at = Compare.IndexOf(folded.AsSpan(from), wanted, Options, out var length);
            if (at < 0)
            {
                return null;
            }

            at += from;
            var end = at + length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                var before = text[..at].TrimEnd(' ', '"', '‘', '“');
                var article = Array.Find(Articles, word => $" {before}".EndsWith($" {word}", StringComparison.OrdinalIgnoreCase));
                before = article is null ? before : before[..^article.Length];
                return $"{before.Trim()} {text[end..].Trim(' ', ',', ':', '"', '’', '”')}".Trim();
            }

            from = at;
        }

        return null;
    }

    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static CompareInfo Compare => CultureInfo.InvariantCulture.CompareInfo;
}
