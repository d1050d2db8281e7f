using System.Globalization;
using System.Text;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>What people type, without the marks that keyboards, clients and the clipboard add and nobody sees.</summary>
public static class TypedText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int FirstTag = 0xE0020;
    private const int LastTag = 0xE007F;

    /// <summary>
    /// Text without invisible marks: zero-width spaces, byte order marks, soft hyphens, turns of direction. The joiners that emoji
    /// and some scripts are written with stay where they join something.
    /// </summary>
    public static string WithoutUnseen(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes().ToArray();
        for (var at = 0; at < runes.Length; at++)
        {
            if (Rune.GetUnicodeCategory(runes[at]) != UnicodeCategory.Format || Joins(runes, at)) kept.Append(runes[at]);
        }

        return kept.ToString();
    }

    private static bool Joins(Rune[] runes, int at) => runes[at].Value switch
    {
        ZeroWidthNonJoiner or ZeroWidthJoiner => at > 0 && at + 1 < runes.Length && IsJoined(runes[at - 1]) && IsJoined(runes[at + 1]),
        // Flags of some countries are spelled with these.
        >= FirstTag and <= LastTag => true,
        _ => false,
    };

    private static bool IsJoined(Rune rune) => !rune.IsAscii && !Rune.IsWhiteSpace(rune);
}
