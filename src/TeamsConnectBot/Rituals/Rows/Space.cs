namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A channel or group chat to which the bot was added or in which it was used. Rituals belong to a space.</summary>
internal sealed class Space
{
    public required Guid Id { get; init; }

    /// <summary>The id at the connector, without the thread of a reply.</summary>
    public required string ConversationId { get; init; }

    public required SpaceKind Kind { get; set; }

    /// <summary>The team's id at the connector; null for a group chat.</summary>
    public string? TeamId { get; init; }

    /// <summary>
    /// The Entra group of the team the channel belongs to, whose owners decide as far as they are in the channel; null for a group chat,
    /// where everybody votes.
    /// </summary>
    public string? GroupId { get; set; }

    public required string ServiceUrl { get; set; }

    /// <summary>Empty until an activity gives one: Teams reports an added bot without it.</summary>
    public required string Language { get; set; }

    /// <summary>Empty until somebody uses the bot here, or for here from their own chat.</summary>
    public required string Zone { get; set; }

    public required Instant AddedAt { get; init; }

    /// <summary>
    /// Since when the bot cannot write here, for example because it was removed or the channel was deleted. Null while it can.
    /// </summary>
    public Instant? LostAt { get; set; }

    /// <summary>Whether being in the team is not being here. What happens here is no business of the rest of the team.</summary>
    public bool HasOwnMembers => Kind is SpaceKind.PrivateChannel or SpaceKind.SharedChannel;

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;
}

internal enum SpaceKind
{
    /// <summary>A channel for everybody in the team.</summary>
    Channel,
    GroupChat,

    /// <summary>A channel for some people of the team.</summary>
    PrivateChannel,

    /// <summary>A channel with people and whole teams from elsewhere, perhaps from another organisation.</summary>
    SharedChannel,
}
