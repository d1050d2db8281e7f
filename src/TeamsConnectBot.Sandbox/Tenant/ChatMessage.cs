namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A message in a conversation of the bot, in its current state.</summary>
internal sealed record ChatMessage
{
    /// <summary>The activity's id.</summary>
    public required string Id { get; init; }

    public required bool FromBot { get; init; }

    /// <summary>The author in a channel or group chat; null for the bot and in a 1:1 chat.</summary>
    public Person? From { get; init; }

    /// <summary>The only person who sees it, besides the bot: a targeted message. Null for everybody in the conversation.</summary>
    public Person? OnlyFor { get; init; }

    public required Instant SentAt { get; init; }

    public string? Text { get; init; }

    /// <summary>The Adaptive Card, as JSON; null when there is none.</summary>
    public string? CardJson { get; init; }

    /// <summary>The text of the notification.</summary>
    public string? Summary { get; init; }

    /// <summary>What the bot asks to put into the person's OneDrive; null when the message is something else.</summary>
    public FileRequest? Asks { get; init; }

    /// <summary>The file in OneDrive that the message shows.</summary>
    public Guid? File { get; init; }

    public Instant? EditedAt { get; init; }

    public bool Deleted { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>Whether Teams has removed it from all clients, as it does with a targeted message after a day.</summary>
    public bool IsGone(Instant now) => OnlyFor is not null && now - SentAt >= Duration.FromHours(24);
}
