namespace TeamsConnectBot.Rituals.Rows;

/// <summary>The question that an occurrence posted, kept so that it does not come back in the same channel within half a year.</summary>
internal sealed class PostedQuestion
{
    public required Guid OccurrenceId { get; init; }

    public required Guid RitualId { get; init; }

    /// <summary>Where it was posted, even if the ritual moved to another channel since.</summary>
    public required Guid SpaceId { get; init; }

    /// <summary>The question's place in the list of the texts, which is the same in every language.</summary>
    public required int Number { get; init; }

    /// <summary>The day, in the ritual's zone.</summary>
    public required LocalDate On { get; init; }
}
