using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>One message of a conversation the bot is in, as it stands now.</summary>
internal sealed record ChatMessage
{
    /// <summary>The activity's id.</summary>
    public required string Id { get; init; }

    public required bool FromBot { get; init; }

    /// <summary>Who wrote it, in a channel or group chat; null for the bot, and where it can only be one person.</summary>
    public Person? From { get; init; }

    public required Instant SentAt { get; init; }

    public string? Text { get; init; }

    /// <summary>The Adaptive Card, as JSON; null when there is none.</summary>
    public string? CardJson { get; init; }

    /// <summary>What a notification would show.</summary>
    public string? Summary { get; init; }

    public Instant? EditedAt { get; init; }

    public bool Deleted { get; init; }

    public string? ReplyToId { get; init; }
}
