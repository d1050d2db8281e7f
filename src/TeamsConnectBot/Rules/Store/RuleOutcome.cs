using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Rules.Store;

internal enum RuleOutcomeKind
{
    Done,

    /// <summary>The change waits for the works council: <see cref="RuleOutcome.Wider"/> says why.</summary>
    Waiting,

    /// <summary>
    /// Another user changed the rule in the meantime, and nothing was overwritten: <see cref="RuleOutcome.Difference"/> compares their
    /// version with this one.
    /// </summary>
    Conflict,

    /// <summary>The rule cannot be used: see <see cref="RuleOutcome.Problems"/>.</summary>
    Invalid,

    /// <summary>The rule, version or draft does not exist.</summary>
    NotFound,

    /// <summary>The actor lacks the role: <see cref="RuleOutcome.Who"/>.</summary>
    NotAllowed,

    /// <summary>The person who asked for approval cannot approve it too.</summary>
    AskedYourself,
}

/// <summary>The outcome of an action of an admin or the works council.</summary>
internal sealed record RuleOutcome(RuleOutcomeKind Kind)
{
    public static RuleOutcome NotFound { get; } = new(RuleOutcomeKind.NotFound);

    public bool IsDone => Kind is RuleOutcomeKind.Done or RuleOutcomeKind.Waiting;

    /// <summary>The version that was published or waits, or the draft's revision; for a conflict, the other user's.</summary>
    public int Number { get; init; }

    /// <summary>The rule as it is now; for a conflict, as the other user changed it.</summary>
    public Rule? Rule { get; init; }

    public IReadOnlyList<RuleProblem> Problems { get; init; } = [];

    public IReadOnlyList<FieldChange> Difference { get; init; } = [];

    public IReadOnlyList<WiderUse> Wider { get; init; } = [];

    /// <summary>Whether this ended a trial of the rule.</summary>
    public bool EndedTrial { get; init; }

    /// <summary>The roles that may do this.</summary>
    public Role Who { get; init; }

    public static RuleOutcome Done(Rule? rule, int number) => new(RuleOutcomeKind.Done) { Rule = rule, Number = number };

    public static RuleOutcome Waiting(Rule rule, int number, IReadOnlyList<WiderUse> wider) =>
        new(RuleOutcomeKind.Waiting) { Rule = rule, Number = number, Wider = wider };

    public static RuleOutcome Invalid(IEnumerable<RuleProblem> problems) => new(RuleOutcomeKind.Invalid) { Problems = [.. problems] };

    /// <summary>Refuses one value, naming what is allowed.</summary>
    public static RuleOutcome Refused(string field, string value, string allowed) =>
        Invalid([new RuleProblem(ProblemKind.NotAllowed, field, value, allowed)]);

    public static RuleOutcome NotAllowed(Role who) => new(RuleOutcomeKind.NotAllowed) { Who = who };

    public static RuleOutcome Conflict(Rule theirs, int number, Rule mine) =>
        new(RuleOutcomeKind.Conflict) { Rule = theirs, Number = number, Difference = RuleDifference.Between(theirs, mine) };
}

internal static class RoleCheckedWrites
{
    /// <summary>Makes a change in one transaction, if the actor has one of the roles.</summary>
    public static Task<RuleOutcome> WriteAsync(
        this Database database, Role anyOf, Actor actor, Func<ConnectDb, Task<RuleOutcome>> change, CancellationToken cancellationToken) =>
        actor.Is(anyOf) ? database.WriteAsync(change, cancellationToken) : Task.FromResult(RuleOutcome.NotAllowed(anyOf));
}
