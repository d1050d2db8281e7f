using System.Globalization;
using System.Text;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A phrase without invisible characters, and the same in lower case for comparing, character by character.</summary>
internal sealed record CleanText(string Written, string Folded)
{
    public static CleanText Of(string phrase)
    {
        var written = new StringBuilder(phrase.Length);
        foreach (var rune in phrase.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or >= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.ParagraphSeparator)
            {
                written.Append(' ');
            }

            // Direction and joining marks are invisible, and half a surrogate pair would make the name invalid text elsewhere.
            else if (rune != Rune.ReplacementChar && !(rune.IsBmp && category == UnicodeCategory.Format))
            {
                written.Append(rune.ToString());
            }
        }

        var clean = written.ToString();
        return new CleanText(clean, string.Concat(clean.Select(Fold)));
    }

    private static char Fold(char letter) => letter switch
    {
        '’' or '‘' or '`' or '´' or 'ʼ' => '\'',
        '–' or '—' or '‑' or '‐' or '−' or '―' => '-',
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        '：' => ':',
        >= '０' and <= '９' => (char)('0' + letter - '０'),
        >= 'À' and <= 'ɏ' => char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]),
        _ => char.ToLowerInvariant(letter),
    };
}
