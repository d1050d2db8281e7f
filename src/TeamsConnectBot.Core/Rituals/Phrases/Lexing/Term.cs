using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A word or expression with its sense.</summary>
/// <param name="Sense">Its sense.</param>
/// <param name="Value">The value that goes with the sense; for a number, the number itself.</param>
/// <param name="Text">Its text in lower case; for a mark, the mark; for a quoted name, the name.</param>
/// <param name="Start">Where it begins in the cleaned phrase.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Glued">Whether it follows the previous term without a space.</param>
/// <param name="Digits">The number of digits it was written with; 0 if in letters.</param>
internal readonly record struct Term(Sense Sense, int Value, string Text, int Start, int End, bool Glued, int Digits = 0)
{
    /// <summary>A token with a sense.</summary>
    public static Term Of(Token token, Sense sense, int value = 0) => new(sense, value, token.Text, token.Start, token.End, token.Glued);
}
