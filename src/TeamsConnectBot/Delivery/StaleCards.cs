using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Delivery;

/// <summary>Edits cards whose rows have changed since, so that an old card shows where things stand. Editing notifies nobody.</summary>
internal sealed partial class StaleCards(
    Database database, CardComposer composer, ConnectorClient connector, SendSlots slots, IOptions<EngineOptions> options, ILogger<StaleCards> logger)
{
    private const int Batch = 500;

    public static async Task MarkAsync(ConnectDb db, Guid subject, CancellationToken cancellationToken)
    {
        foreach (var message in await db.Messages.Where(message => message.SubjectId == subject && message.State == MessageState.Accepted).ToListAsync(cancellationToken))
        {
            message.IsStale = true;
        }
    }

    /// <returns>Whether there was anything to edit.</returns>
    public async Task<bool> EditAsync(int? shard, CancellationToken cancellationToken)
    {
        var stale = await database.ReadAsync(
            db => db.Messages.In(shard, message => message.Shard == shard).Where(message => message.IsStale && message.State == MessageState.Accepted)
                .OrderBy(message => message.Id).Take(Batch).Select(message => message.Id).ToListAsync(cancellationToken),
            cancellationToken);
        await Parallel.ForEachAsync(
            stale, new ParallelOptions { MaxDegreeOfParallelism = options.Value.SendAtOnce, CancellationToken = cancellationToken }, EditAsync);
        return stale.Count > 0;
    }

    private async ValueTask EditAsync(Guid messageId, CancellationToken cancellationToken)
    {
        // Marked fresh before the edit: a change during it marks the card stale again.
        var (message, person, card) = await database.WriteAsync(
            async db =>
            {
                if (await db.Messages.FindAsync([messageId], cancellationToken) is not { } row)
                {
                    return default;
                }

                row.IsStale = false;
                var reader = await db.Participants.FindAsync([row.PersonId], cancellationToken);
                return (row, reader, reader is null ? null : await composer.ComposeAsync(db, row, reader, cancellationToken));
            },
            cancellationToken);
        if (message?.ActivityId is null || card is null || person is not { ConversationId: { } conversation, UnreachableSince: null })
        {
            return;
        }

        using var slot = await slots.TakeAsync(cancellationToken);
        try
        {
            var reader = composer.ReaderFor(person);
            var activity = MessageFactory.Card(card.Build(reader), card.Summary(reader.Texts));
            await connector.UpdateActivityAsync(person.ServiceUrl, conversation, message.ActivityId, activity, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            // The old card stays as it was; a click on it is answered with the current state.
            Log.NotEdited(logger, message.Kind, message.Id, failure.Failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The card of {Kind} {Message} could not be edited: {Failure}")]
        public static partial void NotEdited(ILogger logger, MessageKind kind, Guid message, ConnectorFailure failure);
    }
}
