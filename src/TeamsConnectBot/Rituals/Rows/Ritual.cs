using NodaTime;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A team's recurring moment.</summary>
internal sealed class Ritual
{
    public required Guid Id { get; init; }

    public required Guid SpaceId { get; init; }

    /// <summary>The secret in the cards about it.</summary>
    public required string Nonce { get; init; }

    public required RitualPlan Plan { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Everything that starts at or before this was announced or has passed.</summary>
    public required Instant HandledUntil { get; set; }

    /// <summary>The event in the service mailbox.</summary>
    public string? EventId { get; set; }

    /// <summary>The plan the event was last made or changed by.</summary>
    public string? EventPlan { get; set; }

    /// <summary>How many events were made for it before this one; part of the transaction id, so that each is made once.</summary>
    public int EventsBefore { get; set; }

    /// <summary>Times in a row that it was planned over or nobody said they would come. Never shown.</summary>
    public int SunkInARow { get; set; }

    /// <summary>Counts changes, so that of two made at once only the first goes through.</summary>
    public int Version { get; set; }
}
