using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A change to a ritual, kept so that it can be undone for 24 hours.</summary>
internal sealed class RitualChange
{
    public required Guid Id { get; init; }

    public required Guid RitualId { get; init; }

    public required ChangeWords Kind { get; init; }

    /// <summary>Who made it; null when the team voted, and once the retention period has passed.</summary>
    public string? PersonId { get; set; }

    public required string Nonce { get; init; }

    /// <summary>The plan before; null for a new ritual.</summary>
    public RitualPlan? Before { get; init; }

    /// <summary>The plan after. The change can be undone only while this is still the ritual's plan.</summary>
    public required RitualPlan After { get; init; }

    public required Instant At { get; init; }

    public bool IsUndone { get; set; }
}
