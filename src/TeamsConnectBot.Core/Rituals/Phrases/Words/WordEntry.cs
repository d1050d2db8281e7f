namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>Words and expressions with one sense.</summary>
/// <param name="Sense">What they do.</param>
/// <param name="Value">Which one they are; see <see cref="Sense"/>.</param>
/// <param name="Words">The spellings, lower case, without accents and with a | between; an expression has spaces.</param>
internal readonly record struct WordEntry(Sense Sense, int Value, string Words);
