using System.Globalization;
using System.Text;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Cleans what people type of the invisible characters that keyboards, clients and the clipboard add.</summary>
public static class TypedText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int FirstTag = 0xE0020;
    private const int LastTag = 0xE007F;

    /// <summary>
    /// Text without invisible characters: zero-width spaces, byte order marks, soft hyphens, direction marks. The joiners that emoji and
    /// some scripts need are kept where they join something.
    /// </summary>
    public static string WithoutInvisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Rune[] runes = [.. text.EnumerateRunes()];
        return string.Concat(runes.Where((rune, at) => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || Joins(runes, at)));
    }

    private static bool Joins(Rune[] runes, int at) => runes[at].Value switch
    {
        ZeroWidthNonJoiner or ZeroWidthJoiner => at > 0 && at + 1 < runes.Length && IsJoined(runes[at - 1]) && IsJoined(runes[at + 1]),
        // The flags of some countries are spelled with these.
        >= FirstTag and <= LastTag => true,
        _ => false,
    };

    private static bool IsJoined(Rune rune) => !rune.IsAscii && !Rune.IsWhiteSpace(rune);
}
