using System.Globalization;
using System.Text;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Removes the invisible characters that keyboards, clients and the clipboard add to what people type.</summary>
public static class TypedText
{
    /// <summary>
    /// Text without invisible characters: zero-width spaces, byte order marks, soft hyphens, direction marks. The joiners that emoji and
    /// some scripts need are kept where they join something.
    /// </summary>
    public static string WithoutInvisible(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return string.Concat(runes.Where((rune, at) => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || Joins(runes, at)));
    }

    private static bool Joins(Rune[] runes, int at) => runes[at].Value switch
    {
        // The zero-width non-joiner and joiner.
        0x200C or 0x200D => at > 0 && at + 1 < runes.Length && IsJoined(runes[at - 1]) && IsJoined(runes[at + 1]),
        // Tag characters, which spell the flags of some regions.
        >= 0xE0020 and <= 0xE007F => true,
        _ => false,
    };

    private static bool IsJoined(Rune rune) => !rune.IsAscii && !Rune.IsWhiteSpace(rune);
}
