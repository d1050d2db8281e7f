using NodaTime;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>What was changed, so that it can be undone for 24 hours.</summary>
internal sealed class RitualChange
{
    public required Guid Id { get; init; }

    public required Guid RitualId { get; init; }

    public required ChangeWords Kind { get; init; }

    /// <summary>Who did it; null when the team voted.</summary>
    public string? PersonId { get; set; }

    public required string Nonce { get; init; }

    /// <summary>How it was; null when there was nothing before.</summary>
    public RitualPlan? Before { get; init; }

    /// <summary>What it made of it: as long as the ritual is still so, nothing was changed after it.</summary>
    public required RitualPlan After { get; init; }

    public required Instant At { get; init; }

    public bool IsUndone { get; set; }
}
