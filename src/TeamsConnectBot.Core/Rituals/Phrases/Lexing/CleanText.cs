using System.Globalization;
using System.Text;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A phrase without what nobody sees, and the same in lower case for comparing, letter by letter.</summary>
internal sealed record CleanText(string Written, string Folded)
{
    public static CleanText Of(string phrase)
    {
        var written = new StringBuilder(phrase.Length);
        for (var at = 0; at < phrase.Length; at++)
        {
            var letter = phrase[at];
            if (char.IsSurrogate(letter))
            {
                // A half of a pair alone would make the name unusable as text elsewhere.
                if (at + 1 < phrase.Length && char.IsSurrogatePair(letter, phrase[at + 1]))
                {
                    written.Append(letter).Append(phrase[++at]);
                }

                continue;
            }

            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                // Marks of direction and joining change what is seen, not what is said.
                case UnicodeCategory.Format:
                    continue;
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    written.Append(' ');
                    break;
                default:
                    written.Append(letter);
                    break;
            }
        }

        var clean = written.ToString();
        return new CleanText(clean, string.Create(clean.Length, clean, (span, text) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = Fold(text[at]);
            }
        }));
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
