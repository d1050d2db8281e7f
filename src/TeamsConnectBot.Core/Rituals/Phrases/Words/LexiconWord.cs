namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>One spelling in a lexicon.</summary>
/// <param name="Sense">What it does.</param>
/// <param name="Value">Which one it is.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record LexiconWord(Sense Sense, int Value, string[] Tokens);
