using System.Globalization;
using System.Text;

namespace TeamsConnectBot.Wording;

/// <summary>Normalises what people type so that it can be compared: keyboards write the same words in many ways.</summary>
internal static class WrittenWords
{
    // Letters that Unicode does not decompose into a letter and a mark.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ı'] = "i",
        ['ħ'] = "h",
    };

    /// <summary>In lower case, with straight quotes and single spaces, without punctuation at the end.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            kept.Append(char.IsControl(letter) || char.IsWhiteSpace(letter) ? ' ' : char.ToLowerInvariant(Folded(letter)));
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '!', '?', ' ', '…');
    }

    /// <summary>Also without accents and punctuation: 'can’t' is 'cant', 'check-in' is 'check in'.</summary>
    public static string Bare(ReadOnlySpan<char> text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in Plain(text).Normalize(NormalizationForm.FormD))
        {
            if (Letters.TryGetValue(letter, out var plain))
            {
                bare.Append(plain);
            }
            else if (char.IsLetterOrDigit(letter))
            {
                bare.Append(letter);
            }
            else if (letter != '\''
                && CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                bare.Append(' ');
            }
        }

        return string.Join(' ', bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// Replaces curly quotes, primes and dashes by their ASCII form, character by character, so that positions in the text stay the same.
    /// </summary>
    public static string FoldMarks(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var at = 0; at < span.Length; at++)
        {
            span[at] = Folded(source[at]);
        }
    });

    private static char Folded(char letter) => letter switch
    {
        '’' or '‘' or '‛' or '`' or '´' or 'ʼ' or 'ʹ' or '′' or '＇' => '\'',
        '–' or '—' or '‑' or '‐' or '−' or '―' => '-',
        '“' or '”' or '„' or '«' or '»' or '″' or '＂' => '"',
        _ => letter,
    };
}
