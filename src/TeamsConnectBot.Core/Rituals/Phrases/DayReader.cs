using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Readers;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>
/// Reads which days somebody means, for skipping, moving and pausing, in the words that planning knows: 'volgende maandag',
/// 'the next two weeks', 'tot kerst', 'over een week'.
/// </summary>
public static class DayReader
{
    /// <summary>Reads a phrase of days alone.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">Where and when it was written.</param>
    /// <returns>Null when it is not understood, or says more than days.</returns>
    public static DayReading? Read(string phrase, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(context);
        if (phrase.Length > PhraseReader.LongestPhrase)
        {
            return null;
        }

        var (tokens, unclear) = Spelling.Correct(Lexer.Cut(CleanText.Of(phrase)), new Dictionary<string, string>());
        if (unclear is not null || tokens.Count == 0)
        {
            return null;
        }

        var other = context.Language == Language.Dutch ? Language.English : Language.Dutch;
        return ReadAs(context.Language, tokens, context) ?? ReadAs(other, tokens, context);
    }

    private static DayReading? ReadAs(Language language, List<Token> tokens, PhraseContext context) =>
        DaysPhraseReader.Read(new Cursor(TermReader.Read(tokens, language).Terms, language, context.Now.InZone(context.Zone).Date));
}
