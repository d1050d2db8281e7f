using NodaTime;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>Somebody who said that they take part in a ritual. Nobody else can say it for them.</summary>
internal sealed class RitualMember
{
    public required Guid RitualId { get; init; }

    /// <summary>The Entra object id.</summary>
    public required string PersonId { get; init; }

    public required string Name { get; set; }

    /// <summary>Null for somebody without a mailbox, who has no calendar to put it in.</summary>
    public string? Mail { get; set; }

    /// <summary>How often it was their turn to host.</summary>
    public int Hosted { get; set; }

    public Instant? LastHostedAt { get; set; }

    /// <summary>Since when their free and busy hours may be read to find this ritual a better time; null where they did not allow it.</summary>
    public Instant? CalendarAllowedAt { get; set; }
}
