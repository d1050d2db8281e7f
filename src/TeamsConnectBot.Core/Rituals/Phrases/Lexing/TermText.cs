using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A phrase as terms.</summary>
/// <param name="Terms">The terms, in order.</param>
/// <param name="Evidence">How many of its words belong to the language it was read in and not to the other, minus the reverse.</param>
/// <param name="Unclear">The first misspelt word that could be two, and what it could be; null when there is none.</param>
internal sealed record TermText(List<Term> Terms, int Evidence, (Token Token, List<LexiconWord> Meant)? Unclear);
