using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// One thing that happened or is to happen in a conversation, as the Bot Framework protocol describes it (3.1). Everything
/// in an incoming one comes from a client, except what the token vouches for and <see cref="From"/>.
/// </summary>
public sealed record Activity
{
    /// <summary>What happened; see <see cref="ActivityTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The activity's id within its conversation. The channel sets it.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel took it in, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When it was sent, by the sender's own clock.</summary>
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>The sender's time zone, as an IANA name.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>Where answers go. Keep the newest of each conversation: it may change.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel: <c>msteams</c>.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who did it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Where it happened.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>Whom it is for: the bot, in an incoming one.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The text of a message.</summary>
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>The language of the sender's client, such as <c>nl-NL</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>What the notification of a message shows.</summary>
    public string? Summary { get; init; }

    /// <summary><c>normal</c>, <c>high</c> or <c>low</c>.</summary>
    public string? Importance { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Mentions, client information and so on.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Who joined, in a conversationUpdate.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left, in a conversationUpdate.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>What happened to the installation: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Which request an invoke is.</summary>
    public string? Name { get; init; }

    /// <summary>The body of an invoke, or the data of an Action.Submit.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The activity this one answers: for a click, the message with the card.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What only Teams has.</summary>
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>Everything this model does not know, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>The tenant the activity comes from, by its channel data or else its conversation.</summary>
    [JsonIgnore]
    public string? TenantId => ChannelData?.Tenant?.Id ?? Conversation?.TenantId;

    /// <summary>What is needed to write in this conversation later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>The text without mentions of the bot, trimmed; empty when there is none.</summary>
    public string TextWithoutRecipientMention() => MentionText.Remove(this, Recipient?.Id);
}
