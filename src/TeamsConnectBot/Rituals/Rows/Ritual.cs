using System.Collections.Immutable;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A team's recurring moment.</summary>
internal sealed class Ritual
{
    public required Guid Id { get; init; }

    /// <summary>Its channel or group chat. After the channel was deleted, the ritual can be moved to another channel of the team.</summary>
    public required Guid SpaceId { get; set; }

    /// <summary>The secret that buttons on its cards carry, so that a click can be checked.</summary>
    public required string Nonce { get; init; }

    public required RitualPlan Plan { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>
    /// Every occurrence that starts at or before this time was announced or has passed. One that starts later may have been announced too,
    /// when it was moved.
    /// </summary>
    public required Instant HandledUntil { get; set; }

    /// <summary>The event in the service mailbox's calendar.</summary>
    public string? EventId { get; set; }

    /// <summary>What the event was last set to.</summary>
    public SeriesState? EventState { get; set; }

    /// <summary>How many events it had before this one. It is part of Graph's transaction id, so that each event is created once.</summary>
    public int EventsBefore { get; set; }

    /// <summary>How many occurrences in a row had fewer than two people coming. It is never shown.</summary>
    public int SunkInARow { get; set; }

    /// <summary>Incremented with each change, so that of two concurrent changes only the first succeeds.</summary>
    public int Version { get; set; }
}

/// <summary>What a calendar series was last set to, so that only differences are sent to Graph.</summary>
/// <param name="Print">A hash of its times, its name, its template and its attendees.</param>
/// <param name="Cancelled">Days whose occurrence was cancelled.</param>
/// <param name="Moved">Occurrences that were moved.</param>
/// <param name="PlanPrint">
/// The same hash without its attendees, so that somebody who joins or leaves changes nothing for the others. Null in rows of older
/// versions.
/// </param>
internal sealed record SeriesState(
    string Print, ImmutableArray<LocalDate> Cancelled, ImmutableArray<PlanException> Moved, string? PlanPrint = null);
