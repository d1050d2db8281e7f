using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Delivery;

/// <summary>What a message says now, and where it goes: to the chat of a person, a group chat or a channel.</summary>
/// <param name="Row">The message.</param>
/// <param name="RecipientId">The person or space; several different ones that fail in a row open the circuit.</param>
/// <param name="ServiceUrl">The Teams service URL that accepts messages for the recipient.</param>
/// <param name="ConversationId">Null while the chat has not been created.</param>
/// <param name="Activity">Null when there is nothing to say, or nothing can be sent there.</param>
internal sealed record OutgoingMessage(Message Row, string RecipientId, string ServiceUrl, string? ConversationId, Activity? Activity)
{
    /// <summary>The person's id at Teams, to create the chat with; null for a space.</summary>
    public string? TeamsUserId { get; init; }

    /// <summary>Whether it starts a thread of its own.</summary>
    public bool IsChannel { get; init; }

    /// <summary>When it is sent instead; null when it may be sent now.</summary>
    public Instant? HeldUntil { get; init; }
}

/// <summary>The recipients of one kind, people or spaces. Everything that is the same for both is done by <see cref="Sender"/>.</summary>
internal abstract class MessageRecipients
{
    public abstract bool Has(Message message);

    /// <returns>Null when the recipient no longer exists.</returns>
    public abstract Task<OutgoingMessage?> ComposeAsync(ConnectDb db, Message message, CancellationToken cancellationToken);

    /// <summary>Writes the consequences of a message that Teams accepted, in the transaction that records its acceptance.</summary>
    public virtual Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether <see cref="AcceptedAsync"/> has anything to do for a kind.</summary>
    public virtual bool FollowsUp(MessageKind kind) => false;

    /// <summary>
    /// Writes the consequences when Teams refuses every message to a recipient, in the transaction that records the refusal.
    /// </summary>
    public abstract Task UnreachableAsync(ConnectDb db, Message message, ConnectorFailure failure, CancellationToken cancellationToken);

    /// <summary>Cleans up when a recipient was erased while the message was being written.</summary>
    public virtual Task ErasedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) => Task.CompletedTask;
}
