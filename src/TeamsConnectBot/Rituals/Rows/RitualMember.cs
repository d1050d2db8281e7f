namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A person who chose to take part in a ritual. Nobody else can choose it for them.</summary>
internal sealed class RitualMember
{
    public required Guid RitualId { get; init; }

    /// <summary>The Entra object id.</summary>
    public required string PersonId { get; init; }

    public required string Name { get; set; }

    /// <summary>Null for a person without a mailbox, who has no calendar.</summary>
    public string? Mail { get; set; }

    /// <summary>How often they were the host.</summary>
    public int Hosted { get; set; }

    public Instant? LastHostedAt { get; set; }

    /// <summary>When they allowed their free/busy to be read to find this ritual a better time; null if they did not.</summary>
    public Instant? CalendarAllowedAt { get; set; }
}
