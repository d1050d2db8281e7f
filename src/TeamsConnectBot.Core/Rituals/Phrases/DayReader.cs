using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Readers;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>A range of days.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; equal to the first for a single day.</param>
public readonly record struct DaySpan(LocalDate First, LocalDate Last)
{
    /// <summary>Whether a date lies in the range.</summary>
    public bool Contains(LocalDate date) => date >= First && date <= Last;

    internal static DaySpan Of(LocalDate date) => new(date, date);
}

/// <summary>The days a phrase is about.</summary>
/// <param name="Spans">The possible meanings, the most likely first: one if the phrase is clear.</param>
/// <param name="Times">The number of next occurrences, for a phrase about occurrences instead of days; otherwise 0.</param>
/// <param name="Weekday">The day of the week, if the phrase says nothing else.</param>
public sealed record DayReading(ImmutableArray<DaySpan> Spans, int Times = 0, IsoDayOfWeek? Weekday = null);

/// <summary>
/// Reads the days to skip, move or pause, in the same words as when planning a ritual: 'volgende maandag', 'the next two weeks',
/// 'tot kerst', 'over een week'.
/// </summary>
public static class DayReader
{
    /// <summary>Reads a phrase that is only about days.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">Where and when it was written.</param>
    /// <returns>Null if it is not understood, or says more than days.</returns>
    public static DayReading? Read(string phrase, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(context);
        if (phrase.Length > PhraseReader.MaxLength)
        {
            return null;
        }

        var (tokens, unclear) = Spelling.Correct(Lexer.Cut(CleanText.Of(phrase)), new Dictionary<string, string>());
        return unclear is not null || tokens.Count == 0
            ? null
            : ReadAs(context.Language, tokens, context) ?? ReadAs(context.Language.Other(), tokens, context);
    }

    private static DayReading? ReadAs(Language language, List<Token> tokens, PhraseContext context) =>
        DaysPhraseReader.Read(new Cursor(TermReader.Read(tokens, language).Terms, language, context.Today));
}
