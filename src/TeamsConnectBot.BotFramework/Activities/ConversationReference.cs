namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>What is needed to write in a conversation later.</summary>
public sealed record ConversationReference
{
    /// <summary>The activity it was taken from.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The person.</summary>
    public ChannelAccount? User { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The language of the person's client.</summary>
    public string? Locale { get; init; }

    /// <summary>Where to send.</summary>
    public string? ServiceUrl { get; init; }
}
