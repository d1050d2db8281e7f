using TeamsConnectBot.Core.Rituals.Phrases.Composing;
using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Readers;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>
/// Reads when a ritual takes place from a phrase as people write it, in Dutch or English. A phrase is read once as each of the two,
/// words of the other being understood as well; the reading of the language it has most words of goes first.
/// </summary>
public static class PhraseReader
{
    /// <summary>The longest phrase that is read, in characters. Nobody describes a moment in more.</summary>
    public const int LongestPhrase = 400;

    // More pieces than this are no description of a moment either, and each doubt about them would double the work.
    private const int MostPieces = 24;
    private const int MostTokens = 120;

    /// <summary>Reads a phrase. Any text at all gets an answer; nothing is thrown for what somebody wrote.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">Where and when it was written.</param>
    public static PhraseReading Read(string phrase, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(context);
        if (phrase.Length > LongestPhrase)
        {
            return TooLong(context, context.Language);
        }

        var text = CleanText.Of(phrase);
        var tokens = ZoneName.RemoveAbbreviations(ZoneName.Remove(Lexer.Cut(text), context.Zone), text, context.Zone, context.Now);
        return tokens.Count > MostTokens ? TooLong(context, context.Language) : Read(new Source(text, tokens, context), []);
    }

    private static PhraseReading Read(Source source, Dictionary<string, string> corrections)
    {
        var (tokens, unclear) = Spelling.Correct(source.Tokens, corrections);
        if (unclear is { } word)
        {
            return WhichWord(source, word.Token, word.Meant, corrections);
        }

        var (dutch, dutchEvidence) = ReadAs(Language.Dutch, source, tokens);
        var (english, englishEvidence) = ReadAs(Language.English, source, tokens);
        return BothLanguages.Choose(dutch, dutchEvidence, english, englishEvidence, source.Context.Language);
    }

    private static (PhraseReading Reading, int Evidence) ReadAs(Language language, Source source, List<Token> tokens)
    {
        var terms = TermReader.Read(tokens, language);
        var cursor = new Cursor(terms.Terms, language, source.Context.Now.InZone(source.Context.Zone).Date);
        var pieces = PieceReader.Read(cursor, source.Text);
        var reading = pieces.Count > MostPieces ? TooLong(source.Context, language) : new Composer(source.Context, language, source.Text).Compose(new Draft([.. pieces]));
        return (reading, terms.Evidence);
    }

    private static Question TooLong(PhraseContext context, Language language) =>
        ((Question)new Composer(context, language, CleanText.Of("")).Compose(new Draft([]))) with { Kind = QuestionKind.PhraseTooLong };

    private static Question WhichWord(Source source, Token token, List<string> meant, Dictionary<string, string> corrections)
    {
        // Two misspelt words are enough to ask about; the readings of more would only multiply.
        var readings = corrections.Count > 1 ? [] : meant.Take(3).Select(word => Read(source, new(corrections) { [token.Text] = word })).ToList();
        var proposals = readings.Select(reading => reading is Understood understood ? understood : ((Question)reading).Readings.FirstOrDefault()).OfType<Understood>();
        var language = readings.FirstOrDefault()?.Language ?? source.Context.Language;
        return new Question(QuestionKind.WhichWord, source.Text.Written[token.Start..token.End], [.. proposals.DistinctBy(each => each.Schedule)], language);
    }

    private sealed record Source(CleanText Text, List<Token> Tokens, PhraseContext Context);
}
