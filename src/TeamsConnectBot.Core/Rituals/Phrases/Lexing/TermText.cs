namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A phrase as terms.</summary>
/// <param name="Terms">The terms, in order.</param>
/// <param name="Evidence">How many of its words belong to the language it was read in and not to the other, minus the reverse.</param>
internal sealed record TermText(List<Term> Terms, int Evidence);
