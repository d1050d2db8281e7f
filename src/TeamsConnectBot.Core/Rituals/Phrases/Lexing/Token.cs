namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>The kind of characters in a token.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Mark,
    Quoted,
}

/// <summary>A word, number, mark or quoted name.</summary>
/// <param name="Kind">Its kind of characters.</param>
/// <param name="Text">Its text in lower case without accents; a quoted name as written.</param>
/// <param name="Start">Where it begins in the cleaned phrase.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Glued">Whether it follows the previous token without a space.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool Glued);
