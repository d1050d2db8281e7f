using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>Something a team votes on until a set time.</summary>
internal sealed class Proposal
{
    public required Guid Id { get; init; }

    public required Guid SpaceId { get; init; }

    public Guid? RitualId { get; init; }

    public required ProposalKind Kind { get; init; }

    public required string Nonce { get; init; }

    /// <summary>What happens when it passes; null for the charter and for a poll.</summary>
    public PlannedChange? Change { get; init; }

    public required Instant ClosesAt { get; set; }

    public required ProposalState State { get; set; }

    /// <summary>
    /// Turns who votes into a token that no one can turn back, so that a vote can be changed and counts once. It goes, with
    /// the votes, at the moment the vote ends.
    /// </summary>
    public string? BallotKey { get; set; }

    /// <summary>The charter's result: for each kind of task what most chose.</summary>
    public ImmutableArray<CharterChoice> Charter { get; set; } = [];

    public int Version { get; set; }
}

internal enum ProposalKind
{
    Change,
    Charter,

    /// <summary>Whether a ritual still suits, asked where calendars can't tell.</summary>
    Poll,
}

internal enum ProposalState
{
    Open,
    Passed,
    Rejected,

    /// <summary>So few voted that a result would tell how somebody voted.</summary>
    TooFew,

    /// <summary>It passed, but what it was about had changed by then; so nothing came of it, and the team is told.</summary>
    Overtaken,
}

/// <summary>One vote, under a token instead of a name.</summary>
internal sealed class Vote
{
    public required Guid ProposalId { get; init; }

    public required string Voter { get; init; }

    /// <summary><c>yes</c> or <c>no</c>; for the charter one choice a kind of task.</summary>
    public required string Choice { get; set; }
}
