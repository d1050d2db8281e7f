using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Offers somebody the files with their data, and uploads one when they allow it. A file is made when it is uploaded, from what is kept
/// then, and is stored nowhere else; after that it is theirs.
/// </summary>
internal sealed partial class MyDataFiles(
    Database database, MyData data, TeamsConnector connector, TeamsFiles drive, CardComposer composer, IActivityLedger ledger,
    ILogger<MyDataFiles> logger)
{
    private const string Id = "id";
    private const string Secret = "nonce";
    private const string Kind = "file";

    private readonly ConcurrentDictionary<ActivityKey, bool> underWay = new();

    /// <summary>Has Teams ask the person whether the files may be put into their OneDrive, the page to read first.</summary>
    /// <returns>False when Teams takes no files from the bot here, as with an older package of the app.</returns>
    /// <exception cref="ConnectorException">Teams did not answer.</exception>
    public async Task<bool> OfferAsync(Participant person, CancellationToken cancellationToken)
    {
        // Not through the outbox, so that the export itself is not stored.
        foreach (var kind in Enum.GetValues<ExportFileKind>())
        {
            var file = await database.ReadAsync(db => data.FileAsync(db, person, kind, cancellationToken), cancellationToken);
            var card = PersonalCards.RefOf(person);
            var context = new Dictionary<string, string> { [Id] = card.Id.ToString(), [Secret] = card.Nonce, [Kind] = kind.ToString() };
            try
            {
                await connector.SendToConversationAsync(
                    person.ServiceUrl, person.ConversationId!,
                    FileMessage.Asking(file.Name, file.Description, file.Content.Length, context), cancellationToken);
            }
            catch (ConnectorException refusal) when (refusal.Failure == ConnectorFailure.BadRequest && kind == ExportFileKind.Page)
            {
                Log.NoFiles(logger);
                return false;
            }
        }

        return true;
    }

    /// <summary>Sends everything as JSON messages.</summary>
    /// <exception cref="ConnectorException">A message was not sent.</exception>
    public async Task SendAsTextAsync(Participant person, CancellationToken cancellationToken)
    {
        foreach (var document in await database.ReadAsync(db => data.TextsAsync(db, person, cancellationToken), cancellationToken))
        {
            await connector.SendToConversationAsync(
                person.ServiceUrl, person.ConversationId!, MessageFactory.Text($"```json\n{document}\n```"), cancellationToken);
        }
    }

    /// <summary>Does what the person answered to Teams' question; a second answer to the same question changes nothing.</summary>
    /// <returns>What to tell the person; null when there is nothing to say besides what Teams shows.</returns>
    public async Task<Card?> AnswerAsync(Participant person, FileConsent answer, string activityId, CancellationToken cancellationToken)
    {
        var card = new CardRef(Guid.TryParse(answer.Carried(Id), out var id) ? id : Guid.Empty, answer.Carried(Secret) ?? "");
        if (!PersonalCards.IsOf(person, card)
            || !Enum.TryParse<ExportFileKind>(answer.Carried(Kind), out var kind) || !Enum.IsDefined(kind))
        {
            // Forged, or from before the person was erased.
            return new StateCard(CardState.Gone);
        }

        var key = new ActivityKey(person.ConversationId!, $"file {answer.MessageId ?? activityId}");
        if (!underWay.TryAdd(key, true))
        {
            return null;
        }

        try
        {
            // Looked up only now: an answer that was under way until a moment ago is recorded.
            if (await ledger.FindAsync(key, cancellationToken) is not null)
            {
                return null;
            }

            var told = answer.IsAllowed ? await UploadAsync(person, kind, answer, cancellationToken) : Declined(person, kind);
            await ledger.RecordAsync(key, new ActivityOutcome(null), cancellationToken);
            return told;
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }

    // Whoever does not want the JSON has the page already.
    private static MyDataFileCard? Declined(Participant person, ExportFileKind kind) =>
        kind == ExportFileKind.Page ? new MyDataFileCard(PersonalCards.RefOf(person), FileOutcome.Declined) : null;

    private async Task<Card?> UploadAsync(Participant person, ExportFileKind kind, FileConsent answer, CancellationToken cancellationToken)
    {
        var file = await database.ReadAsync(db => data.FileAsync(db, person, kind, cancellationToken), cancellationToken);
        try
        {
            await drive.UploadAsync(answer.UploadUrl, file.Content, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            Log.NotUploaded(logger, failure.Failure);
            return new MyDataFileCard(PersonalCards.RefOf(person), OutcomeOf(failure.Failure));
        }

        var texts = composer.ReaderFor(person).Texts.MyDataFile;
        var message = answer is { Name: not null, UniqueId: not null } && drive.Trusts(answer.ContentUrl)
            ? FileMessage.Showing(answer with { FileType = answer.FileType ?? file.Extension }, texts.Stored)
            : MessageFactory.Text(texts.StoredElsewhere);
        await connector.SendToConversationAsync(person.ServiceUrl, person.ConversationId!, message, cancellationToken);
        return null;
    }

    private static FileOutcome OutcomeOf(ConnectorFailure failure) => failure switch
    {
        ConnectorFailure.StorageFull => FileOutcome.Full,
        ConnectorFailure.InDoubt => FileOutcome.InDoubt,
        ConnectorFailure.UploadExpired => FileOutcome.Expired,
        ConnectorFailure.WrongHost or ConnectorFailure.NotPermitted or ConnectorFailure.BadRequest or ConnectorFailure.TooLarge =>
            FileOutcome.Refused,
        _ => FileOutcome.Busy,
    };

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Teams takes no files from the bot, so people get their data as text; a package with supportsFiles changes that")]
        public static partial void NoFiles(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "A file did not get into a person's OneDrive: {Failure}; the person was told what to do")]
        public static partial void NotUploaded(ILogger logger, ConnectorFailure failure);
    }
}
