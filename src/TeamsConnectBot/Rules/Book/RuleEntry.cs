using NodaTime;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Rules.Book;

/// <summary>A rule as the book has it.</summary>
/// <param name="Rule">The version in force, or the newest when none is.</param>
/// <param name="Number">That version's number.</param>
/// <param name="IsOn">Whether it nudges.</param>
/// <param name="Waiting">The version that waits for the works council.</param>
/// <param name="Draft">A change being made.</param>
/// <param name="IsShipped">Whether it came with the program and nobody changed it.</param>
internal sealed record RuleEntry(Rule Rule, int Number, bool IsOn, int? Waiting, RuleDraft? Draft, bool IsShipped);

/// <param name="Rule">The rule as drafted.</param>
/// <param name="BasedOn">The version it started from; 0 for a new rule.</param>
/// <param name="Revision">What must be given back when it is saved or published, so that nobody's change is overwritten.</param>
/// <param name="AuthorId">Who saved it last.</param>
/// <param name="At">When.</param>
internal sealed record RuleDraft(Rule Rule, int BasedOn, int Revision, string AuthorId, Instant At);

/// <summary>One kept version.</summary>
internal sealed record RuleVersion(Rule Rule, int Number, string AuthorId, Instant At);

/// <summary>A rule in force with its version, as rounds use it.</summary>
internal sealed record ActiveRule(Rule Rule, int Number);
