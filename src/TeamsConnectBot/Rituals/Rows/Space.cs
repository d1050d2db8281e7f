using NodaTime;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>A channel or a group chat in which somebody spoke to the bot: the home of its rituals.</summary>
internal sealed class Space
{
    public required Guid Id { get; init; }

    /// <summary>As the connector names it, without the thread of a reply.</summary>
    public required string ConversationId { get; init; }

    public required SpaceKind Kind { get; init; }

    /// <summary>The team's own thread; null for a group chat.</summary>
    public string? TeamId { get; init; }

    /// <summary>The team's Entra group, whose owners decide; null for a group chat, where everybody votes.</summary>
    public string? GroupId { get; set; }

    public required string ServiceUrl { get; set; }

    public required string Language { get; set; }

    public required string Zone { get; set; }

    public required Instant AddedAt { get; init; }

    /// <summary>Since when the bot can't write here: it was removed, or the channel was deleted.</summary>
    public Instant? LostAt { get; set; }

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;
}

internal enum SpaceKind
{
    Channel,
    GroupChat,
}
