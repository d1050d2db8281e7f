using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Delivery;

/// <summary>What a feature contributes to the messages it sends to people. Each kind of message has exactly one source.</summary>
internal abstract class MessageSource
{
    public abstract IReadOnlyList<MessageKind> Kinds { get; }

    /// <summary>Whether <see cref="AcceptedAsync"/> has anything to do for a kind.</summary>
    public virtual bool FollowsUp(MessageKind kind) => false;

    /// <summary>
    /// The card a message shows now. The same rows give the card that is sent, what an old card is edited to, and the answer to a click
    /// on it, so an old card always shows the current state.
    /// </summary>
    /// <returns>Null when there is nothing left to say.</returns>
    public abstract Task<Card?> ComposeAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken);

    /// <summary>Whether a message waited so long that it no longer makes sense.</summary>
    public virtual Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Writes the consequences of a message that Teams accepted, in the transaction that records its acceptance.</summary>
    public virtual Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes the consequences when Teams refuses all messages to a person.</summary>
    public virtual Task RecipientUnreachableAsync(ConnectDb db, string personId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deletes what a message is about, because its recipient was erased while it was written.</summary>
    public virtual Task RecipientErasedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) => Task.CompletedTask;
}
