using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A team's recurring moment.</summary>
internal sealed class Ritual
{
    public required Guid Id { get; init; }

    /// <summary>Where it lives; another channel of the team when its own is gone.</summary>
    public required Guid SpaceId { get; set; }

    /// <summary>The secret in the cards about it.</summary>
    public required string Nonce { get; init; }

    public required RitualPlan Plan { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Everything that starts at or before this was announced or has passed.</summary>
    public required Instant HandledUntil { get; set; }

    /// <summary>The event in the service mailbox.</summary>
    public string? EventId { get; set; }

    /// <summary>What the event was last told.</summary>
    public SeriesState? EventState { get; set; }

    /// <summary>How many events were made for it before this one; part of the transaction id, so that each is made once.</summary>
    public int EventsBefore { get; set; }

    /// <summary>Times in a row that it was planned over or nobody said they would come. Never shown.</summary>
    public int SunkInARow { get; set; }

    /// <summary>Counts changes, so that of two made at once only the first goes through.</summary>
    public int Version { get; set; }
}

/// <summary>What a calendar series was last told, so that it is only told what is new.</summary>
/// <param name="Print">A hash of its times, its name and who has it in their calendar.</param>
/// <param name="Cancelled">Days whose time was taken out of it.</param>
/// <param name="Moved">Times moved within it.</param>
internal sealed record SeriesState(string Print, ImmutableArray<LocalDate> Cancelled, ImmutableArray<PlanException> Moved);
