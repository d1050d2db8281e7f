using System.Globalization;
using System.Text;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Wording;

namespace TeamsConnectBot.Rituals;

/// <summary>Cleans and compares the names people give rituals, which can be any text.</summary>
internal static class RitualNames
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly string[] Articles =
        ["van de", "van het", "van", "met de", "met het", "met", "de", "het", "the", "of the", "of", "our", "ons", "onze"];

    private static CompareInfo Compare => CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>Removes control characters and marks around the name, and shortens it.</summary>
    public static string Clean(string name)
    {
        var clean = string.Join(' ', MarkdownText.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim(' ', ',', ':', '-', '–', '"', '‘', '’', '“', '”', '\'');
        if (clean.Length <= RitualFormCard.LongestName)
        {
            return Capitalised(clean);
        }

        // A visible character may consist of several chars and must not be cut in two.
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(clean);
        while (elements.MoveNext() && kept.Length + ((string)elements.Current).Length <= RitualFormCard.LongestName)
        {
            kept.Append((string)elements.Current);
        }

        return Capitalised(kept.ToString().Trim());
    }

    public static bool AreSame(string one, string other) =>
        Compare.Compare(WrittenWords.FoldMarks(one), WrittenWords.FoldMarks(other), Options) == 0;

    /// <summary>The text without a name and its article: 'volgende week' for 'de koffie volgende week'.</summary>
    /// <returns>Null when the name is not in it.</returns>
    public static string? RestAround(string text, string name)
    {
        // Folding keeps every position, so an index in the folded text is valid in the original too.
        var (folded, wanted) = (WrittenWords.FoldMarks(text), WrittenWords.FoldMarks(name));
        for (var from = 0; from < text.Length && name.Length > 0; from++)
        {
            var at = Compare.IndexOf(folded.AsSpan(from), wanted, Options, out var length);
            if (at < 0)
            {
                return null;
            }

            from += at;
            var end = from + length;
            if ((from == 0 || !char.IsLetterOrDigit(text[from - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                var before = text[..from].TrimEnd(' ', '"', '‘', '“');
                var article = Array.Find(Articles, word => $" {before}".EndsWith($" {word}", StringComparison.OrdinalIgnoreCase));
                before = article is null ? before : before[..^article.Length];
                return $"{before.Trim()} {text[end..].Trim(' ', ',', ':', '"', '’', '”')}".Trim();
            }
        }

        return null;
    }

    // Names appear at the beginning of sentences on cards; a first word that already has a capital, such as iOS, stays as it is.
    private static string Capitalised(string name) =>
        name.Length == 0 || name.Split(' ')[0].Any(char.IsUpper) ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
