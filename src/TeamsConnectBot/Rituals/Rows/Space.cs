namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A channel or group chat to which the bot was added or in which it was used. Rituals belong to a space.</summary>
internal sealed class Space
{
    public required Guid Id { get; init; }

    /// <summary>The id at the connector, without the thread of a reply.</summary>
    public required string ConversationId { get; init; }

    public required SpaceKind Kind { get; init; }

    /// <summary>The team's id at the connector; null for a group chat.</summary>
    public string? TeamId { get; init; }

    /// <summary>The team's Entra group, whose owners decide; null for a group chat, where everybody votes.</summary>
    public string? GroupId { get; set; }

    public required string ServiceUrl { get; set; }

    public required string Language { get; set; }

    public required string Zone { get; set; }

    public required Instant AddedAt { get; init; }

    /// <summary>
    /// Since when the bot cannot write here, for example because it was removed or the channel was deleted. Null while it can.
    /// </summary>
    public Instant? LostAt { get; set; }

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;
}

internal enum SpaceKind
{
    Channel,
    GroupChat,
}
