using System.Collections.Concurrent;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Shows what is kept about the person: a summary, two files that Teams puts into their OneDrive when they allow it, or, where that can't
/// be done, JSON messages in their own chat.
/// </summary>
internal sealed partial class MyDataAction(
    Database database, MyData data, MyDataFiles files, MicrosoftCloud cloud, ILogger<MyDataAction> logger) : CardActionHandler
{
    // A double click does not ask or send twice.
    private readonly ConcurrentDictionary<string, bool> underWay = new(StringComparer.Ordinal);

    public override IReadOnlyList<string> Verbs { get; } =
        [Cards.Verbs.ShowMyData, Cards.Verbs.ExportMyData, Cards.Verbs.ExportMyDataAsText];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var person = await database.ReadAsync(
            db => db.Participants.FindAsync([click.PersonId], cancellationToken).AsTask(), cancellationToken);
        if (person is null || !PersonalCards.IsOf(person, click.Ref))
        {
            return person is null ? Gone : NotYours;
        }

        var wanted = click.Verb switch
        {
            Cards.Verbs.ExportMyData when cloud.Lacks.ContainsKey(CloudFeature.Files) => ExportState.NoFiles,
            Cards.Verbs.ExportMyData => ExportState.Offered,
            Cards.Verbs.ExportMyDataAsText => ExportState.AsText,
            _ => ExportState.NotAsked,
        };
        try
        {
            var state = await ExportAsync(person, wanted, cancellationToken);
            return await database.ReadAsync(db => data.CardAsync(db, person, cancellationToken, state), cancellationToken);
        }
        catch (ConnectorException failure)
        {
            Log.NotSent(logger, failure.Failure);
            return new StateCard(CardState.TryAgain);
        }
    }

    private async Task<ExportState> ExportAsync(Participant person, ExportState wanted, CancellationToken cancellationToken)
    {
        if (wanted == ExportState.NotAsked || !underWay.TryAdd(person.PersonId, true))
        {
            return wanted;
        }

        try
        {
            if (wanted == ExportState.Offered && await files.OfferAsync(person, cancellationToken))
            {
                return wanted;
            }

            await files.SendAsTextAsync(person, cancellationToken);
            return wanted == ExportState.AsText ? wanted : ExportState.NoFiles;
        }
        finally
        {
            underWay.TryRemove(person.PersonId, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An export was not sent completely: {Failure}; the person was asked to try again")]
        public static partial void NotSent(ILogger logger, ConnectorFailure failure);
    }
}
