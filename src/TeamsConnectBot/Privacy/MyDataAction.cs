using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>Shows what is kept about the person: a summary, or everything as JSON messages in their own chat.</summary>
internal sealed partial class MyDataAction(
    Database database, MyData data, TeamsConnector connector, ILogger<MyDataAction> logger) : CardActionHandler
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.ShowMyData, Cards.Verbs.ExportMyData];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var (person, card, documents) = await database.ReadAsync<(Participant?, Card, IReadOnlyList<string>)>(
            async db =>
            {
                var row = await db.Participants.FindAsync([click.PersonId], cancellationToken);
                if (row is null || !PersonalCards.IsOf(row, click.Ref))
                {
                    return (row, row is null ? Gone : NotYours, []);
                }

                return (
                    row, await data.CardAsync(db, row, cancellationToken),
                    click.Verb == Cards.Verbs.ExportMyData ? await data.ExportAsync(db, row, cancellationToken) : []);
            },
            cancellationToken);
        try
        {
            // Not through the outbox, so that the export itself is not stored.
            foreach (var document in documents)
            {
                await connector.SendToConversationAsync(
                    person!.ServiceUrl, person.ConversationId!, MessageFactory.Text($"```json\n{document}\n```"), cancellationToken);
            }

            return card;
        }
        catch (ConnectorException failure)
        {
            Log.NotSent(logger, failure.Failure);
            return new StateCard(CardState.TryAgain);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An export was not sent completely: {Failure}; the person was asked to try again")]
        public static partial void NotSent(ILogger logger, ConnectorFailure failure);
    }
}
