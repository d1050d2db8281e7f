namespace TeamsConnectBot.Rituals.Rows;

/// <summary>An occurrence of a ritual that was announced, or for which somebody took the turn to host before that.</summary>
internal sealed class Occurrence
{
    public required Guid Id { get; init; }

    public required Guid RitualId { get; init; }

    /// <summary>The day according to the rule, even if the occurrence was moved.</summary>
    public required LocalDate Date { get; init; }

    public required Instant StartsAt { get; set; }

    public required int Minutes { get; set; }

    public required OccurrenceState State { get; set; }

    public string? HostId { get; set; }

    /// <summary>The host's name for the card; a host need not take part in the ritual.</summary>
    public string? HostName { get; set; }

    public required string Nonce { get; init; }

    public int Version { get; set; }

    public Interval Time => new(StartsAt, StartsAt + Duration.FromMinutes(Minutes));
}

internal enum OccurrenceState
{
    Announced,

    /// <summary>Skipped, paused, or no longer in the plan.</summary>
    Off,
    Over,
}

/// <summary>A person who chose to show, by name, that they will come. Nothing is stored about anybody else.</summary>
internal sealed class Coming
{
    public required Guid OccurrenceId { get; init; }

    public required string PersonId { get; init; }

    public required string Name { get; init; }
}
