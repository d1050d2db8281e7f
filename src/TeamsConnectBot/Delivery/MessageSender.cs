using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends one message: its row says 'sending' before the request and what came of it after. What Teams accepted is never
/// sent again.
/// </summary>
internal sealed partial class MessageSender(
    Database database, CardComposer composer, ConnectorClient connector, DeliveryOutcome outcome, TimeProvider clock,
    IOptions<BotOptions> bot, ILogger<MessageSender> logger)
{
    /// <returns>False when the messages after it about the same subject must wait.</returns>
    public async Task<bool> SendAsync(Guid messageId, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(messageId, cancellationToken) is not { } prepared)
        {
            return true;
        }

        var (message, person, activity) = prepared;
        try
        {
            // First the conversation, so that a crash while it is made leaves no message in doubt.
            var conversation = person.ConversationId ?? await CreateConversationAsync(person, cancellationToken);
            if (!await ClaimAsync(message.Id, cancellationToken))
            {
                return true;
            }

            var activityId = await connector.SendToConversationAsync(person.ServiceUrl, conversation, activity, cancellationToken);
            await outcome.AcceptedAsync(message.Id, activityId, cancellationToken);
            return true;
        }
        catch (ConnectorException failure)
        {
            Log.NotSent(logger, message.Kind, message.Id, failure.Failure, failure.Code);
            await outcome.FailedAsync(message.Id, failure, cancellationToken);
            return false;
        }
    }

    private async Task<(Message Message, Participant Person, Activity Activity)?> PrepareAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var (message, person, card) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Messages.SingleOrDefaultAsync(x => x.Id == messageId && x.State == MessageState.Planned, cancellationToken);
                var recipient = row is null ? null : await db.Participants.FindAsync([row.PersonId], cancellationToken);
                var composed = recipient is null || !IsStillWanted(row!, recipient) || await IsTooLateAsync(db, row!, cancellationToken) ? null : await composer.ComposeAsync(db, row!, recipient, cancellationToken);
                return (row, recipient, composed);
            },
            cancellationToken);
        if (message is null)
        {
            return null;
        }

        if (person is null || card is null)
        {
            await outcome.DropAsync(message.Id, person is null ? "nobody" : "noLongerWanted", cancellationToken);
            return null;
        }

        var reader = composer.ReaderFor(person);
        return (message, person, MessageFactory.Card(card.Build(reader), card.Summary(reader.Texts)));
    }

    // Whoever can't be reached gets nothing; whoever paused since gets no new invitation.
    private bool IsStillWanted(Message message, Participant person) =>
        person.UnreachableSince is null && (message.Kind != MessageKind.Invitation || person.IsActiveAt(clock.GetCurrentInstant()));

    // Held until after its answers closed, an invitation asks for nothing any more.
    private async Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        message.Kind == MessageKind.Invitation
        && await db.Invitations.AnyAsync(x => x.Id == message.SubjectId && x.AnswersUntil <= clock.GetCurrentInstant(), cancellationToken);

    private async Task<string> CreateConversationAsync(Participant person, CancellationToken cancellationToken)
    {
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

    private Task<bool> ClaimAsync(Guid messageId, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Messages.SingleOrDefaultAsync(x => x.Id == messageId && x.State == MessageState.Planned, cancellationToken) is not { } row)
            {
                return false;
            }

            // Stopped since the sweep began: it stays planned.
            if (row.Kind == MessageKind.Invitation && await EverythingStop.CurrentAsync(db, cancellationToken) is not null)
            {
                return false;
            }

            row.State = MessageState.Sending;
            row.Attempts++;
            return true;
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Kind} {Message} was not sent: {Failure} {Code}")]
        public static partial void NotSent(ILogger logger, MessageKind kind, Guid message, ConnectorFailure failure, string? code);
    }
}
