using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A word or expression with its sense.</summary>
/// <param name="Sense">What it does.</param>
/// <param name="Value">Which one it is; of a number its value.</param>
/// <param name="Text">Its text, lower case; of a mark the mark, of a quoted name the name.</param>
/// <param name="Start">Where it begins in the cleaned phrase.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Glued">Whether nothing stands between it and the term before.</param>
/// <param name="Digits">How many digits it was written in; 0 when in letters.</param>
internal readonly record struct Term(Sense Sense, int Value, string Text, int Start, int End, bool Glued, int Digits = 0);
