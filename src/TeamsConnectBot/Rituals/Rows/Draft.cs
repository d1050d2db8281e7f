using System.Collections.Immutable;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A change or a question that waits for a click on a card. It is kept until it is confirmed, discarded or expired.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    public required Guid SpaceId { get; init; }

    /// <summary>The only person who can confirm it. Null for a note in a space, which anybody who may decide can confirm.</summary>
    public string? PersonId { get; init; }

    public required string Nonce { get; init; }

    public required DraftContent Content { get; set; }

    public required Instant ExpiresAt { get; init; }
}

/// <summary>A change to confirm, or options to choose from.</summary>
internal sealed record DraftContent
{
    public PlannedChange? Change { get; init; }

    public ImmutableArray<DraftOption> Options { get; init; } = [];
}

/// <summary>One button of a question: a complete change, or a command as a person would type it.</summary>
/// <param name="Label">The text on the button.</param>
/// <param name="Command">The command it runs.</param>
/// <param name="Change">The change it confirms.</param>
/// <param name="SpaceId">The space the command is run in; null for the space in which the question was asked.</param>
internal sealed record DraftOption(string Label, string? Command = null, PlannedChange? Change = null, Guid? SpaceId = null);

/// <param name="RitualId">The ritual that changes; null for a new one.</param>
/// <param name="Was">The ritual's plan when the change was proposed; null for a new ritual.</param>
/// <param name="Plan">The new plan.</param>
/// <param name="ByVote">Whether the team votes on it before it happens.</param>
internal sealed record PlannedChange(ChangeWords Kind, Guid? RitualId, RitualPlan? Was, RitualPlan Plan, bool ByVote = false);
