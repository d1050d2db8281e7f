using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>A question to colleagues as somebody types it in one line: 'draaitabellen, 20 min, morgen'.</summary>
/// <param name="Words">What it is about, exactly as written; empty if the line has nothing but times.</param>
/// <param name="Minutes">How long, as written, perhaps longer than allowed; null if not said.</param>
/// <param name="Deadline">By when, perhaps a day that has passed; null if not said.</param>
/// <param name="Language">The language to be helped in, as a two-letter code; null if not said.</param>
/// <remarks>
/// Only the last parts are read as a time, a length or a language, and only if every word in them has a meaning there: a question about
/// commas keeps its commas, and a misspelt 'tomorow' becomes part of the question, which the asker sees before it is sent.
/// </remarks>
public sealed partial record HelpPhrase(string Words, int? Minutes, HelpDeadline? Deadline, string? Language)
{
    // Longer parts are never only a time; reading them would cost time for nothing.
    private const int LongestPart = 60;

    /// <summary>Reads a line. Any text gets an answer.</summary>
    /// <param name="text">The line, without the command's own word.</param>
    /// <param name="context">Where and when it was written, and in which language most likely.</param>
    public static HelpPhrase Read(string text, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var rest = text.Trim();
        var found = HelpPhraseParts.None;
        while (Last(rest) is var (before, part) && HelpPhraseParts.Read(part, context) is { } read && found.With(read) is { } together)
        {
            (rest, found) = (before, together);
        }

        if (found == HelpPhraseParts.None && WithoutCommas(rest, context) is var (words, tail))
        {
            (rest, found) = (words, tail);
        }

        return new HelpPhrase(rest, found.Minutes, found.Deadline, found.Language);
    }

    // The last part, and what stands before it; null once nothing is left.
    private static (string Before, string Part)? Last(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var boundary = Boundary.Matches(text) is [.., var last] ? last : null;
        var part = boundary is null ? text : text[(boundary.Index + boundary.Length)..];
        return (boundary is null ? "" : text[..boundary.Index].TrimEnd(), part.Length > LongestPart ? "" : part);
    }

    // 'draaitabellen 20 min morgen': without commas only when there is a length, and not after a word that needs what follows it:
    // 'een dagstart in 15 minuten' is about a stand-up of a quarter of an hour.
    private static (string Words, HelpPhraseParts Parts)? WithoutCommas(string text, PhraseContext context)
    {
        foreach (var space in Spaces.Matches(text).Where(space => space.Index > 0 && text.Length - space.Index <= LongestPart))
        {
            var words = text[..space.Index];
            if (!NeedsMore.IsMatch(words)
                && HelpPhraseParts.Read(text[(space.Index + space.Length)..], context) is { Minutes: not null } parts)
            {
                return (words, parts);
            }
        }

        return null;
    }

    // A comma that is no decimal comma, a semicolon, a new line, a dash between spaces, or the end of a sentence, which stays.
    [GeneratedRegex(@"\s*(?:(?<!\d),|,(?!\d)|[;\r\n])[\s,;]*|\s+[-–—]\s+|(?<=[?!.…])\s+")]
    private static partial Regex Boundary { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(
        @"(?:^|\s)(?:in|na|over|van|voor|met|per|om|op|tot|elke?|iedere?|de|het|een|en|of|binnen|after|of|for|with|per|at|on|by|to|every"
            + @"|each|the|an?|and|or|within|from|last|laatste|eerste|first|about)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex NeedsMore { get; }
}

/// <summary>By when somebody wants to be helped.</summary>
/// <param name="Day">The last day, in the asker's zone.</param>
/// <param name="Time">The latest time on that day; null for its end.</param>
public readonly record struct HelpDeadline(LocalDate Day, LocalTime? Time);
