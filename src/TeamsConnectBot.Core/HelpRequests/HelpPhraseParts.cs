using TeamsConnectBot.Core.Rituals.Phrases;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>What the last parts of a question's line say: how long, by when, in which language; each at most once.</summary>
internal sealed record HelpPhraseParts(int? Minutes, HelpDeadline? Deadline, string? Language)
{
    private const int MostWords = 12;

    public static HelpPhraseParts None { get; } = new(null, null, null);

    /// <summary>Reads a part, which may say several things: '20 min morgen'.</summary>
    /// <returns>Null if any word in it has no meaning here.</returns>
    public static HelpPhraseParts? Read(string part, PhraseContext context) =>
        part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= MostWords } words
            ? Read(words, context)
            : null;

    /// <summary>Both together; null if they say the same thing twice.</summary>
    public HelpPhraseParts? With(HelpPhraseParts other) =>
        (Minutes is not null && other.Minutes is not null)
        || (Deadline is not null && other.Deadline is not null)
        || (Language is not null && other.Language is not null)
            ? null
            : new(Minutes ?? other.Minutes, Deadline ?? other.Deadline, Language ?? other.Language);

    private static HelpPhraseParts? Read(string[] words, PhraseContext context)
    {
        if (One(string.Join(' ', words), context) is { } whole)
        {
            return whole;
        }

        for (var count = words.Length - 1; count > 0; count--)
        {
            if (One(string.Join(' ', words[..count]), context) is { } first
                && Read(words[count..], context) is { } rest
                && first.With(rest) is { } together)
            {
                return together;
            }
        }

        return null;
    }

    private static HelpPhraseParts? One(string text, PhraseContext context) =>
        HelpLanguages.Read(text) is { } language ? None with { Language = language }
        : HelpTimeReader.Minutes(text, context) is { } minutes ? None with { Minutes = minutes }
        : HelpTimeReader.Deadline(text, context) is { } deadline ? None with { Deadline = deadline }
        : null;
}
