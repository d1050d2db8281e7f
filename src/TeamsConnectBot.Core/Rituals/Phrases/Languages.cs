namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>A <see cref="Language"/> and its two-letter code (ISO 639-1).</summary>
public static class Languages
{
    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language == Language.Dutch ? "nl" : "en";

    /// <summary>The language of a code or of a tag such as <c>nl-BE</c>; English when it is neither.</summary>
    public static Language OfCode(string? code) =>
        code is not null && code.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Language.Dutch : Language.English;
}
