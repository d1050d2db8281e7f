using Microsoft.Bot.Schema;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Keeps a row for everybody who has the app or writes to the bot. Teams reports an installation twice, in either order; the welcome
/// is sent once. It enrols nobody, and a click on an old card does not bring back somebody who was erased.
/// </summary>
internal sealed class Arrivals(
    Database database, Outbox outbox, PoolCatalogue pools, WelcomeMemory welcomes, SweepRequests sweeps, TimeProvider clock)
{
    /// <summary>Finds or adds the person for whom the app was installed; a new person is welcomed.</summary>
    /// <returns>Null when the activity does not identify a person.</returns>
    public async Task<Participant?> InstalledAsync(Activity activity, CancellationToken cancellationToken) =>
        (await FindAsync(activity, Newcomer.Welcomed, cancellationToken)).Person;

    /// <summary>Finds or adds the person who writes. A new person gets an answer instead of a welcome.</summary>
    public Task<(Participant? Person, bool IsNew)> WroteAsync(Activity activity, CancellationToken cancellationToken) =>
        FindAsync(activity, Newcomer.Answered, cancellationToken);

    /// <returns>Null when nothing is stored about the person.</returns>
    public async Task<Participant?> KnownAsync(Activity activity, CancellationToken cancellationToken) =>
        (await FindAsync(activity, Newcomer.NotAdded, cancellationToken)).Person;

    private async Task<(Participant? Person, bool IsNew)> FindAsync(
        Activity activity, Newcomer newcomer, CancellationToken cancellationToken)
    {
        if (activity is not { From: { Id: not null, AadObjectId: { } personId }, Conversation.Id: not null, ServiceUrl: not null }
            || !Guid.TryParse(personId, out _))
        {
            return default;
        }

        var known = await database.ReadAsync(db => db.Participants.FindAsync([personId], cancellationToken).AsTask(), cancellationToken);
        if (known is null ? newcomer == Newcomer.NotAdded : IsCurrent(known, activity))
        {
            return (known, false);
        }

        // A person who was erased has had the welcome before; when they write, they get an answer.
        var isWelcomed = newcomer == Newcomer.Welcomed && !await welcomes.IsKnownAsync(personId, cancellationToken);
        var found = await database.WriteAsync<(Participant?, bool)>(
            async db =>
            {
                if (await db.Participants.FindAsync([personId], cancellationToken) is { } row)
                {
                    Refresh(row, activity);
                    return (row, false);
                }

                if (newcomer == Newcomer.NotAdded)
                {
                    return default;
                }

                var added = db.Participants.Add(Create(activity, personId)).Entity;
                if (isWelcomed)
                {
                    await outbox.AddAsync(db, added, MessageKind.Welcome, Guid.Parse(personId), cancellationToken: cancellationToken);
                }

                return (added, true);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return found;
    }

    private static bool IsCurrent(Participant person, Activity activity) =>
        person.UnreachableSince is null
        && person.ConversationId == activity.Conversation.Id
        && person.ServiceUrl == activity.ServiceUrl
        && person.Language == LanguageOf(activity, person)
        && person.Zone == ZoneOf(activity, person)
        && person.Name == NameOf(activity, person);

    private static void Refresh(Participant person, Activity activity)
    {
        person.ConversationId = activity.Conversation.Id;
        person.ServiceUrl = activity.ServiceUrl;
        person.Language = LanguageOf(activity, person);
        person.Zone = ZoneOf(activity, person);
        person.Name = NameOf(activity, person);

        // Somebody who writes can be reached.
        person.UnreachableSince = null;
    }

    private Participant Create(Activity activity, string personId) => new()
    {
        PersonId = personId, PoolId = pools.Default.Id, Name = activity.From.Name ?? "", Nonce = Nonce.New(),
        TeamsUserId = activity.From.Id, ConversationId = activity.Conversation.Id, ServiceUrl = activity.ServiceUrl,
        Language = LanguageOf(activity, Texts.DefaultLanguage), Zone = activity.ZoneOrNull() ?? pools.Default.Zone,
        InstalledAt = clock.GetCurrentInstant(),
    };

    // Teams reports an installation without a zone and a name, so both come with what the person does first. A zone from the calendar is
    // better than that of a device.
    private static string ZoneOf(Activity activity, Participant person) =>
        person.GapsAllowedAt is null ? activity.ZoneOrNull() ?? person.Zone : person.Zone;

    private static string NameOf(Activity activity, Participant person) =>
        person.Name.Length == 0 ? activity.From.Name ?? "" : person.Name;

    private static string LanguageOf(Activity activity, Participant person) =>
        person.Preferences.ChatLanguage ?? LanguageOf(activity, person.Language);

    private static string LanguageOf(Activity activity, string otherwise) =>
        activity.Locale is { Length: > 0 } locale ? Texts.For(locale).Language : otherwise;

    /// <summary>What happens to somebody without a row.</summary>
    private enum Newcomer { Welcomed, Answered, NotAdded }
}
