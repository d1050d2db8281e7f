using System.Collections.Immutable;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>Something a team votes on until a deadline.</summary>
internal sealed class Proposal
{
    public required Guid Id { get; init; }

    public required Guid SpaceId { get; init; }

    public Guid? RitualId { get; init; }

    public required ProposalKind Kind { get; init; }

    public required string Nonce { get; init; }

    /// <summary>What changes if it passes; null for the charter and for a poll.</summary>
    public PlannedChange? Change { get; init; }

    public required Instant ClosesAt { get; set; }

    public required ProposalState State { get; set; }

    /// <summary>
    /// The key with which voters are hashed into tokens: people can change their vote and are counted once, although no name is stored. The
    /// key is deleted with the votes when the vote ends.
    /// </summary>
    public string? BallotKey { get; set; }

    /// <summary>The charter's result: the majority's choice for each kind of task.</summary>
    public ImmutableArray<CharterChoice> Charter { get; set; } = [];

    public int Version { get; set; }
}

internal enum ProposalKind
{
    Change,
    Charter,

    /// <summary>Asks whether a ritual still suits the team, after hardly anybody came several times in a row.</summary>
    Poll,
}

internal enum ProposalState
{
    Open,
    Passed,
    Rejected,

    /// <summary>So few people voted that a result would reveal how somebody voted.</summary>
    TooFew,

    /// <summary>It passed but could not be carried out, for example because the ritual had changed since. The team is told.</summary>
    Overtaken,
}

/// <summary>One vote, under a token instead of a name.</summary>
internal sealed class Vote
{
    public required Guid ProposalId { get; init; }

    public required string Voter { get; init; }

    /// <summary><c>yes</c> or <c>no</c>; for the charter, a choice for each kind of task.</summary>
    public required string Choice { get; set; }
}
