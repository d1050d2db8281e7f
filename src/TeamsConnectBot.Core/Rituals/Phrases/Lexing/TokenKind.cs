namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Mark,
    Quoted,
}
