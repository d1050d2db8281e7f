using TeamsConnectBot.Core.Rituals.Phrases.Composing;
using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Readers;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>
/// Reads the schedule of a ritual from a phrase as people write it, in Dutch or English. A phrase is read twice, once with each language
/// first; either way, words of the other language are understood too. The reading in the language with the most words wins.
/// </summary>
public static class PhraseReader
{
    /// <summary>The maximum length of a phrase in characters. Nobody needs more to describe a moment.</summary>
    public const int MaxLength = 400;

    // A description of a moment has fewer pieces, and each unclear piece doubles the work.
    private const int MaxPieces = 24;
    private const int MaxTokens = 120;

    /// <summary>Reads a phrase. Any text gets an answer; it never throws because of what somebody wrote.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="context">Where and when it was written.</param>
    public static PhraseReading Read(string phrase, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(context);
        if (phrase.Length > MaxLength)
        {
            return TooLong(context, context.Language);
        }

        var text = CleanText.Of(phrase);
        var tokens = ZoneName.RemoveAbbreviations(ZoneName.Remove(Lexer.Cut(text), context.Zone), text, context.Zone, context.Now);
        return tokens.Count > MaxTokens ? TooLong(context, context.Language) : Read(new Source(text, tokens, context), []);
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
        var (terms, evidence) = TermReader.Read(tokens, language);
        var pieces = PieceReader.Read(new Cursor(terms, language, source.Context.Today), source.Text);
        var reading = pieces.Count > MaxPieces
            ? TooLong(source.Context, language)
            : new Composer(source.Context, language, source.Text).Compose(new ScheduleDraft([.. pieces]));
        return (reading, evidence);
    }

    // Proposes the same examples as for an empty phrase.
    private static Question TooLong(PhraseContext context, Language language)
    {
        var examples = (Question)new Composer(context, language, CleanText.Of("")).Compose(new ScheduleDraft([]));
        return examples with { Kind = QuestionKind.PhraseTooLong };
    }

    private static Question WhichWord(Source source, Token token, List<string> meant, Dictionary<string, string> corrections)
    {
        // The number of readings multiplies with each misspelt word, so only the first two are asked about.
        List<PhraseReading> readings = corrections.Count > 1
            ? []
            : [.. meant.Take(3).Select(word => Read(source, new(corrections) { [token.Text] = word }))];
        var proposals = readings.Select(reading => reading as Understood ?? ((Question)reading).Readings.FirstOrDefault())
            .OfType<Understood>().DistinctBy(each => each.Schedule);
        var language = readings.FirstOrDefault()?.Language ?? source.Context.Language;
        return new Question(QuestionKind.WhichWord, source.Text.Written[token.Start..token.End], [.. proposals], language);
    }

    private sealed record Source(CleanText Text, List<Token> Tokens, PhraseContext Context);
}
