using TeamsConnectBot.Core.Rituals.Phrases.Lexing;

namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>A language's words, found by their first token.</summary>
internal sealed class Lexicon
{
    private static readonly Lexicon Dutch = new(DutchWords.All);
    private static readonly Lexicon English = new(EnglishWords.All);
    private readonly Dictionary<string, List<LexiconWord>> byFirst = [];
    private readonly HashSet<string> allTokens = [];

    private Lexicon(IEnumerable<WordEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var spelling in entry.Words.Split('|'))
            {
                string[] tokens = [.. Lexer.Cut(CleanText.Of(spelling)).Select(token => token.Text)];
                var word = new LexiconWord(entry.Sense, entry.Value, tokens);
                allTokens.UnionWith(tokens);
                if (!byFirst.TryAdd(tokens[0], [word]))
                {
                    byFirst[tokens[0]].Add(word);
                }
            }
        }

        foreach (var words in byFirst.Values)
        {
            words.Sort((one, other) => other.Tokens.Length.CompareTo(one.Tokens.Length));
        }
    }

    /// <summary>The words of a language.</summary>
    public static Lexicon Of(Language language) => language == Language.Dutch ? Dutch : English;

    /// <summary>The longest word or expression that begins at a token; null when there is none.</summary>
    public LexiconWord? Longest(List<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Quoted || !byFirst.TryGetValue(tokens[at].Text, out var words))
        {
            return null;
        }

        return words.Find(word => at + word.Tokens.Length <= tokens.Count && word.Tokens.Index().All(each => tokens[at + each.Index].Text == each.Item));
    }

    /// <summary>Whether a token is part of any word or expression.</summary>
    public bool HasToken(string token) => allTokens.Contains(token);

    /// <summary>Every word of one token.</summary>
    public IEnumerable<LexiconWord> SingleWords() => byFirst.Values.SelectMany(words => words).Where(word => word.Tokens.Length == 1);
}
