using TeamsConnectBot.Core.Rituals.Phrases.Lexing;

namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>Corrects misspelt words, before expressions such as 'every other' are looked up.</summary>
internal static class Spelling
{
    /// <summary>The corrected tokens, and the first token that could stand for several words.</summary>
    /// <param name="tokens">The tokens as written.</param>
    /// <param name="corrections">The words chosen for misspelt ones.</param>
    public static (List<Token> Tokens, (Token Token, List<string> Meant)? Unclear) Correct(
        List<Token> tokens, IReadOnlyDictionary<string, string> corrections)
    {
        (Token, List<string>)? unclear = null;
        List<Token> corrected = [];
        foreach (var (at, token) in tokens.Index())
        {
            var meant = IsKnown(token) ? []
                : corrections.TryGetValue(token.Text, out var said) ? [said]
                : Typos.Meant(token.Text, IsBesideNumber(tokens, at));
            unclear ??= meant.Count > 1 ? (token, meant) : null;
            corrected.Add(meant.Count == 1 ? token with { Text = meant[0] } : token);
        }

        return (corrected, unclear);
    }

    private static bool IsKnown(Token token) =>
        token.Kind != TokenKind.Word
        || Lexicon.Of(Language.Dutch).HasToken(token.Text)
        || Lexicon.Of(Language.English).HasToken(token.Text)
        || CompoundDays.IsOne(token);

    private static bool IsBesideNumber(List<Token> tokens, int at) =>
        (at > 0 && (tokens[at - 1].Kind == TokenKind.Number || Lexicon.OrdinalSuffixes.Contains(tokens[at - 1].Text)))
        || (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number);
}
