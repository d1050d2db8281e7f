using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Rules.Book;

internal enum RuleOutcomeKind
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It waits for the works council: <see cref="RuleOutcome.Wider"/> says why.</summary>
    Waiting,

    /// <summary>Somebody else changed it meanwhile: <see cref="RuleOutcome.Difference"/> is between theirs and this one. Nothing was overwritten.</summary>
    Conflict,

    /// <summary>The rule can't be used: <see cref="RuleOutcome.Problems"/>.</summary>
    Invalid,

    /// <summary>There is no such rule, version or draft.</summary>
    NotFound,

    /// <summary>Another office does this: <see cref="RuleOutcome.Who"/>.</summary>
    NotAllowed,

    /// <summary>Whoever asked for it can't also approve it.</summary>
    AskedYourself,
}

/// <summary>What came of something an admin or the works council did.</summary>
internal sealed record RuleOutcome(RuleOutcomeKind Kind)
{
    public static RuleOutcome NotFound { get; } = new(RuleOutcomeKind.NotFound);

    public bool IsDone => Kind is RuleOutcomeKind.Done or RuleOutcomeKind.Waiting;

    /// <summary>The version that was published or waits, or the draft's own; for a conflict, theirs.</summary>
    public int Number { get; init; }

    /// <summary>The rule as it is now; for a conflict, theirs.</summary>
    public Rule? Rule { get; init; }

    public IReadOnlyList<RuleProblem> Problems { get; init; } = [];

    public IReadOnlyList<FieldChange> Difference { get; init; } = [];

    public IReadOnlyList<WiderUse> Wider { get; init; } = [];

    /// <summary>The office that can.</summary>
    public Offices Who { get; init; }

    public static RuleOutcome Done(Rule? rule, int number) => new(RuleOutcomeKind.Done) { Rule = rule, Number = number };

    public static RuleOutcome Invalid(IEnumerable<RuleProblem> problems) => new(RuleOutcomeKind.Invalid) { Problems = [.. problems] };

    public static RuleOutcome NotAllowed(Offices who) => new(RuleOutcomeKind.NotAllowed) { Who = who };

    public static RuleOutcome Conflict(Rule theirs, int number, Rule mine) =>
        new(RuleOutcomeKind.Conflict) { Rule = theirs, Number = number, Difference = RuleDifference.Between(theirs, mine) };
}
