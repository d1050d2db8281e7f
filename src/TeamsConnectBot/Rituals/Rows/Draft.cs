using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>What somebody is about to decide: it waits behind a card until they confirm it, and then it goes.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    public required Guid SpaceId { get; init; }

    /// <summary>Whose it is; nobody else can confirm it. Null for a note to whoever decides.</summary>
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

/// <summary>One button of a question: a complete change, or what one would type instead.</summary>
/// <param name="Label">The button.</param>
/// <param name="Command">What it types.</param>
/// <param name="Change">What it confirms.</param>
/// <param name="SpaceId">Where it is typed; null for where the question is about.</param>
internal sealed record DraftOption(string Label, string? Command = null, PlannedChange? Change = null, Guid? SpaceId = null);

/// <param name="Kind">What it does.</param>
/// <param name="RitualId">Which ritual; null for a new one.</param>
/// <param name="Was">The ritual's plan when this was thought up; null for a new one.</param>
/// <param name="Plan">How it is to be.</param>
/// <param name="ByVote">Whether the team votes on it before it happens.</param>
internal sealed record PlannedChange(ChangeWords Kind, Guid? RitualId, RitualPlan? Was, RitualPlan Plan, bool ByVote = false);
