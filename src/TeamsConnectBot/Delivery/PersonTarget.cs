using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

internal sealed record MessageToPerson(Message Row, Participant Person, Activity Activity)
    : OutgoingMessage(Row.Id, Row.Kind.ToString(), Person.PersonId, Person.ServiceUrl, Person.ConversationId);

/// <summary>Messages to people, and what follows from their result.</summary>
internal sealed class PersonTarget(
    Database database, CardComposer composer, MessageSources sources, TeamsConnector connector, DeliveryCircuitBreaker breaker, DayOffHold hold,
    ServiceMetrics metrics, TimeProvider clock, IOptions<BotOptions> bot) : DeliveryTarget<MessageToPerson>
{
    public override async Task<MessageToPerson?> PrepareAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var (message, person, activity) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Messages.SingleOrDefaultAsync(x => x.Id == messageId && x.State == MessageState.Planned, cancellationToken);
                var recipient = row is null ? null : await db.Participants.FindAsync([row.PersonId], cancellationToken);
                var unwanted = recipient is null
                    || !IsStillWanted(row!, recipient)
                    || hold.IsPointless(row!, recipient)
                    || await sources.Of(row!.Kind).IsTooLateAsync(db, row, cancellationToken);
                return (row, recipient, unwanted ? null : await composer.ComposeAsync(db, row!, recipient!, cancellationToken));
            },
            cancellationToken);
        if (message is null)
        {
            return null;
        }

        if (person is null)
        {
            await EraseAsync(message, cancellationToken);
        }
        else if (activity is null)
        {
            await DropAsync(message, cancellationToken);
        }
        else if (hold.Until(message, person) is { } later)
        {
            await HoldAsync(message.Id, later, cancellationToken);
        }
        else
        {
            return new MessageToPerson(message, person, activity);
        }

        return null;
    }

    /// <summary>
    /// On the ramp after an outage the conversation is asked for again: if that fails, Teams is still down and no further message is in doubt.
    /// </summary>
    public override async Task<string> OpenConversationAsync(MessageToPerson message, CancellationToken cancellationToken)
    {
        if (message.ConversationId is { } known && breaker.IsClosed)
        {
            return known;
        }

        var person = message.Person;
        var conversation = await connector.CreateConversationAsync(person.ServiceUrl, person.TeamsUserId, bot.Value.TenantId!, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await db.Participants.FindAsync([person.PersonId], cancellationToken) is { } row)
                {
                    row.ConversationId = conversation;
                }
            },
            cancellationToken);
        return conversation;
    }

    // If everything was stopped since the sweep began, an invitation stays planned.
    public override async Task<Activity?> ClaimAsync(MessageToPerson message, CancellationToken cancellationToken)
    {
        var claimed = await database.RunAsync(
            db => db.Messages.Where(row => row.Id == message.Id && row.State == MessageState.Planned
                    && (row.Kind != MessageKind.Invitation || !db.Set<StopRow>().Any(stop => stop.LiftedAt == null)))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, MessageState.Sending).SetProperty(row => row.Attempts, row => row.Attempts + 1),
                    cancellationToken),
            cancellationToken);
        return claimed == 1 ? message.Activity : null;
    }

    public override async Task<MessageState?> AcceptedAsync(MessageToPerson message, string? activityId)
    {
        var source = sources.Of(message.Row.Kind);
        Instant? now = clock.GetCurrentInstant();
        if (source.FollowsUp(message.Row.Kind))
        {
            return await ChangeAsync(
                message.Id,
                async (db, row) =>
                {
                    (row.State, row.ActivityId, row.SentAt, row.Failure) = (MessageState.Accepted, activityId, now, null);
                    await source.AcceptedAsync(db, row, CancellationToken.None);
                });
        }

        await database.RunAsync(
            db => db.Messages.Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Accepted).SetProperty(row => row.ActivityId, activityId)
                    .SetProperty(row => row.SentAt, now).SetProperty(row => row.Failure, (string?)null)),
            CancellationToken.None);
        return MessageState.Accepted;
    }

    public override Task<MessageState?> FailedAsync(MessageToPerson message, FailureOutcome outcome, ConnectorException failure) => ChangeAsync(
        message.Id,
        async (db, row) =>
        {
            row.Failure = failure.Failure.ToString();
            switch (outcome)
            {
                case FailureOutcome.InDoubt:
                    // A crash may have made it in doubt before this was recorded.
                    if (row.State == MessageState.Sending)
                    {
                        TeamsFailures.LeaveInDoubt(row);
                    }

                    break;
                case FailureOutcome.TargetUnreachable:
                    row.State = MessageState.Refused;
                    await MarkUnreachableAsync(db, row.PersonId);
                    break;
                case FailureOutcome.NotPermitted or FailureOutcome.Refused:
                    row.State = MessageState.Refused;
                    break;
                default:
                    row.State = MessageState.Planned;
                    if (outcome == FailureOutcome.Retry)
                    {
                        row.DueAt = clock.GetCurrentInstant() + TeamsFailures.RetryDelay(failure, row.Attempts);
                    }

                    break;
            }
        });

    public override Task PutBackAsync(Guid messageId) => database.RunAsync(
        db => db.Messages.Where(row => row.Id == messageId && row.State == MessageState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MessageState.Planned)),
        CancellationToken.None);

    // Nothing is sent to people who can't be reached, and no new invitation to people who paused in the meantime.
    private bool IsStillWanted(Message message, Participant person) =>
        person.UnreachableSince is null && (message.Kind != MessageKind.Invitation || person.IsActiveAt(clock.GetCurrentInstant()));

    // The person was erased while a round wrote the message.
    private Task EraseAsync(Message message, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await sources.Of(message.Kind).RecipientErasedAsync(db, message, cancellationToken);
            await db.Messages.Where(row => row.Id == message.Id).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    private async Task DropAsync(Message message, CancellationToken cancellationToken)
    {
        var dropped = await database.RunAsync(
            db => db.Messages.Where(row => row.Id == message.Id && row.State == MessageState.Planned).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Dropped).SetProperty(row => row.Failure, "noLongerWanted"), cancellationToken),
            cancellationToken);
        if (dropped == 1)
        {
            metrics.MessageEnded(MessageState.Dropped);
        }
    }

    private Task HoldAsync(Guid messageId, Instant until, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Messages.Where(row => row.Id == messageId && row.State == MessageState.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until), cancellationToken),
        cancellationToken);

    private async Task MarkUnreachableAsync(ConnectDb db, string personId)
    {
        if (await db.Participants.FindAsync(personId) is { } person)
        {
            person.UnreachableSince ??= clock.GetCurrentInstant();
        }

        foreach (var source in sources.All)
        {
            await source.RecipientUnreachableAsync(db, personId, CancellationToken.None);
        }
    }

    // A row that was erased while its message was under way has nothing left to record.
    private Task<MessageState?> ChangeAsync(Guid messageId, Func<ConnectDb, Message, Task> change) => database.WriteAsync<MessageState?>(
        async db =>
        {
            if (await db.Messages.FindAsync(messageId) is not { } message)
            {
                return null;
            }

            await change(db, message);
            return message.State;
        },
        CancellationToken.None);
}
