using TeamsConnectBot.Core.Rituals.Phrases.Lexing;

namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>Words and expressions with the same sense.</summary>
/// <param name="Sense">Their sense.</param>
/// <param name="Value">The value that goes with the sense; see <see cref="Sense"/>.</param>
/// <param name="Words">The spellings in lower case without accents, separated by |; an expression contains spaces.</param>
internal readonly record struct WordEntry(Sense Sense, int Value, string Words)
{
    /// <summary>Entries whose values count up from 1.</summary>
    public static IEnumerable<WordEntry> FromOne(Sense sense, params IEnumerable<string> words) =>
        words.Select((word, index) => new WordEntry(sense, index + 1, word));
}

/// <summary>One spelling in a lexicon.</summary>
/// <param name="Sense">Its sense.</param>
/// <param name="Value">The value that goes with the sense; see <see cref="Sense"/>.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record LexiconWord(Sense Sense, int Value, string[] Tokens);

/// <summary>The words of a language, indexed by their first token.</summary>
internal sealed class Lexicon
{
    /// <summary>What follows a number to make it an ordinal, in either language.</summary>
    public static readonly string[] OrdinalSuffixes = ["e", "de", "ste", "st", "nd", "rd", "th"];

    private static readonly Lexicon Dutch = new(DutchWords.All);
    private static readonly Lexicon English = new(EnglishWords.All);
    private readonly ILookup<string, LexiconWord> byFirst;
    private readonly HashSet<string> allTokens;

    private Lexicon(IEnumerable<WordEntry> entries)
    {
        LexiconWord[] words =
        [
            .. from entry in entries
               from spelling in entry.Words.Split('|')
               select new LexiconWord(entry.Sense, entry.Value, [.. Lexer.Cut(CleanText.Of(spelling)).Select(token => token.Text)]),
        ];
        byFirst = words.ToLookup(word => word.Tokens[0]);
        allTokens = [.. words.SelectMany(word => word.Tokens)];
    }

    /// <summary>The words of a language.</summary>
    public static Lexicon Of(Language language) => language.Pick(Dutch, English);

    /// <summary>The longest word or expression that begins at a token; null if there is none.</summary>
    public LexiconWord? Longest(List<Token> tokens, int at) => tokens[at].Kind == TokenKind.Quoted
        ? null
        : byFirst[tokens[at].Text]
            .Where(word => word.Tokens.SequenceEqual(tokens.Skip(at).Take(word.Tokens.Length).Select(token => token.Text)))
            .MaxBy(word => word.Tokens.Length);

    /// <summary>Whether a token is part of any word or expression.</summary>
    public bool HasToken(string token) => allTokens.Contains(token);

    /// <summary>Every word of one token.</summary>
    public IEnumerable<LexiconWord> SingleWords() => byFirst.SelectMany(words => words).Where(word => word.Tokens.Length == 1);
}
