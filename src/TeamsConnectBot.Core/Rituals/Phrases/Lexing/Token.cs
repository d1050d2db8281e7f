namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A piece of text between spaces and marks.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">Lower case, without accents; of a quoted name the name as written.</param>
/// <param name="Start">Where it begins in the cleaned phrase.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Glued">Whether nothing stands between it and the token before.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool Glued);
