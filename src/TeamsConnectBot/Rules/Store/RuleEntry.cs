using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Rules.Store;

/// <summary>A rule and its state.</summary>
/// <param name="Rule">The version in force, or the newest when none is.</param>
/// <param name="Number">That version's number.</param>
/// <param name="IsOn">Whether it is in force.</param>
/// <param name="Waiting">The version that waits for the works council.</param>
/// <param name="Draft">A change that is not published yet.</param>
/// <param name="IsShipped">Whether it is a shipped rule that was never changed.</param>
internal sealed record RuleEntry(Rule Rule, int Number, bool IsOn, int? Waiting, RuleDraft? Draft, bool IsShipped);

/// <param name="Rule">The rule as drafted.</param>
/// <param name="BasedOn">The version that was shown when it was last saved; 0 for a new rule.</param>
/// <param name="Revision">A caller must give this back when saving or publishing, so that nobody's change is overwritten.</param>
/// <param name="AuthorId">The id of the person who last saved it.</param>
/// <param name="At">When it was last saved.</param>
internal sealed record RuleDraft(Rule Rule, int BasedOn, int Revision, string AuthorId, Instant At);

/// <summary>One stored version.</summary>
internal sealed record RuleVersion(Rule Rule, int Number, string AuthorId, Instant At);

/// <summary>A rule in force, with its version, as rounds use it.</summary>
internal sealed record ActiveRule(Rule Rule, int Number);
