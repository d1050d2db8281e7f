using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Delivery;

/// <summary>A message and where it goes: the chat of a person, a group chat or a channel.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Kind">For the log.</param>
/// <param name="TargetId">The person or space; several different ones that fail in a row open the circuit.</param>
/// <param name="ServiceUrl">Where Teams takes messages for it.</param>
/// <param name="ConversationId">Null while the chat has not been created.</param>
/// <param name="IsChannel">Whether it starts a thread of its own.</param>
internal abstract record OutgoingMessage(
    Guid Id, string Kind, string TargetId, string ServiceUrl, string? ConversationId, bool IsChannel = false);

/// <summary>
/// One kind of target, people or spaces: how the rows of its messages are prepared, claimed and recorded. The rest, which is the same
/// for both, is done by <see cref="Sender"/>.
/// </summary>
internal abstract class DeliveryTarget<TMessage>
    where TMessage : OutgoingMessage
{
    /// <returns>Null when there is nothing to send, or not now.</returns>
    public abstract Task<TMessage?> PrepareAsync(Guid messageId, CancellationToken cancellationToken);

    /// <returns>The id of the conversation.</returns>
    public abstract Task<string> OpenConversationAsync(TMessage message, CancellationToken cancellationToken);

    /// <summary>Marks the row as 'sending'; of several attempts at once, one succeeds.</summary>
    /// <returns>What to send; null when there is nothing to send any more.</returns>
    public abstract Task<Activity?> ClaimAsync(TMessage message, CancellationToken cancellationToken);

    /// <summary>Records that Teams accepted a message. It may be called again when recording failed.</summary>
    /// <returns>The state the message is in; null when its row no longer exists.</returns>
    public abstract Task<MessageState?> AcceptedAsync(TMessage message, string? activityId);

    /// <summary>Records that a message was not sent, or may not have been. It may be called again when recording failed.</summary>
    /// <returns>The state the message is in; null when its row no longer exists.</returns>
    public abstract Task<MessageState?> FailedAsync(TMessage message, FailureOutcome outcome, ConnectorException failure);

    /// <summary>Records that a claimed message was not sent after all: it is as due as before.</summary>
    public abstract Task PutBackAsync(Guid messageId);
}
