using System.Collections.Immutable;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A team's recurring moment.</summary>
internal sealed class Ritual
{
    public required Guid Id { get; init; }

    /// <summary>Its channel or group chat; another channel of the team after its own was deleted.</summary>
    public required Guid SpaceId { get; set; }

    /// <summary>The secret in the cards about it.</summary>
    public required string Nonce { get; init; }

    public required RitualPlan Plan { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Every occurrence that starts at or before this was announced, or has passed.</summary>
    public required Instant HandledUntil { get; set; }

    /// <summary>The event in the service mailbox's calendar.</summary>
    public string? EventId { get; set; }

    /// <summary>What the event was last set to.</summary>
    public SeriesState? EventState { get; set; }

    /// <summary>How many events it had before this one; part of the transaction id, so that each is created once.</summary>
    public int EventsBefore { get; set; }

    /// <summary>How many occurrences in a row clashed with other meetings, or had nobody coming. Never shown.</summary>
    public int SunkInARow { get; set; }

    /// <summary>Incremented with each change, so that of two concurrent changes only the first succeeds.</summary>
    public int Version { get; set; }
}

/// <summary>What a calendar series was last set to, so that only differences are sent to Graph.</summary>
/// <param name="Print">A hash of its times, its name and its attendees.</param>
/// <param name="Cancelled">Days whose occurrence was cancelled.</param>
/// <param name="Moved">Occurrences that were moved.</param>
internal sealed record SeriesState(string Print, ImmutableArray<LocalDate> Cancelled, ImmutableArray<PlanException> Moved);
