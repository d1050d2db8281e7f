using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Composes messages to people, and handles their results.</summary>
internal sealed class PersonRecipients(CardComposer composer, MessageSources sources, MessageHold hold, TimeProvider clock)
    : MessageRecipients
{
    public override bool Has(Message message) => message.SpaceId is null;

    public override async Task<OutgoingMessage?> ComposeAsync(ConnectDb db, Message message, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([message.PersonId], cancellationToken) is not { } person)
        {
            return null;
        }

        var isPlanned = message.State == MessageState.Planned;
        var activity = person.UnreachableSince is null && (!isPlanned || await IsWantedAsync(db, message, person, cancellationToken))
            ? await composer.ComposeAsync(db, message, person, cancellationToken)
            : null;
        return new OutgoingMessage(message, person.PersonId, person.ServiceUrl, person.ConversationId, activity)
        {
            TeamsUserId = person.TeamsUserId,
            HeldUntil = isPlanned && activity is not null ? hold.Until(message, person) : null,
        };
    }

    public override Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        sources.Of(message.Kind).AcceptedAsync(db, message, cancellationToken);

    public override bool FollowsUp(MessageKind kind) => sources.Of(kind).FollowsUp(kind);

    public override async Task UnreachableAsync(
        ConnectDb db, Message message, ConnectorFailure failure, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([message.PersonId], cancellationToken) is { } person)
        {
            person.UnreachableSince ??= clock.GetCurrentInstant();
        }

        foreach (var source in sources.All)
        {
            await source.RecipientUnreachableAsync(db, message.PersonId, cancellationToken);
        }
    }

    public override Task ErasedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        sources.Of(message.Kind).RecipientErasedAsync(db, message, cancellationToken);

    // No new invitation or question goes to people who paused in the meantime.
    private async Task<bool> IsWantedAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        (!message.IsAskedOnce || person.IsActiveAt(clock.GetCurrentInstant()))
        && (person.JoinedAt is not null || !IsForParticipants(message.Kind))
        && !hold.IsPointless(message, person)
        && !await sources.Of(message.Kind).IsTooLateAsync(db, message, cancellationToken);

    // Whoever stopped gets nothing that was planned before. The others go also to people who did not join: to somebody new, or in a role.
    private static bool IsForParticipants(MessageKind kind) => kind is not (
        MessageKind.Welcome or MessageKind.HelpToHost or MessageKind.HelpReported or MessageKind.ApprovalWaits);
}
