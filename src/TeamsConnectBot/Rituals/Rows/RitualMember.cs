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

    /// <summary>How often it was their turn to host; a turn that they passed on is not counted.</summary>
    public int Hosted { get; set; }

    public Instant? LastHostedAt { get; set; }

    /// <summary>When they allowed reading their free/busy times to find a better time for this ritual; null if they did not.</summary>
    public Instant? CalendarAllowedAt { get; set; }
}
