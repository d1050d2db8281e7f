using System.Globalization;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>A language people write to the bot in.</summary>
public enum Language
{
    /// <summary>Dutch, <c>nl</c>.</summary>
    Dutch,

    /// <summary>English, <c>en</c>.</summary>
    English,
}

/// <summary>Converts a <see cref="Language"/> to and from its two-letter code (ISO 639-1), and chooses by language.</summary>
public static class Languages
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language.Pick("nl", "en");

    /// <summary>The language of a code or of a tag such as <c>nl-BE</c>; English if it is any other.</summary>
    public static Language OfCode(string? code) =>
        code is not null && code.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Language.Dutch : Language.English;

    internal static T Pick<T>(this Language language, T dutch, T english) => language == Language.Dutch ? dutch : english;

    internal static Language Other(this Language language) => language.Pick(Language.English, Language.Dutch);

    internal static CultureInfo Culture(this Language language) => language.Pick(Dutch, English);
}
