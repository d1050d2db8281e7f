using Microsoft.Bot.Schema;
using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Knows whoever has the app installed or writes. Installing is told twice, in either order; the welcome comes once. Nobody
/// is enrolled by it, and a click on an old card doesn't bring back someone who was erased.
/// </summary>
internal sealed class Arrivals(Database database, Outbox outbox, PoolCatalogue pools, WelcomeMemory welcomes, SweepRequests sweeps, TimeProvider clock)
{
    /// <summary>Whoever has the app now; new people are welcomed.</summary>
    /// <returns>Null when the activity does not say who it is from.</returns>
    public async Task<Participant?> InstalledAsync(Activity activity, CancellationToken cancellationToken) =>
        (await SeenAsync(activity, Newcomer.Welcomed, cancellationToken)).Person;

    /// <summary>Whoever writes. New people are not sent a welcome: they get an answer.</summary>
    public Task<(Participant? Person, bool IsNew)> WroteAsync(Activity activity, CancellationToken cancellationToken) =>
        SeenAsync(activity, Newcomer.Answered, cancellationToken);

    /// <returns>Null when nothing is kept of whoever this is from.</returns>
    public async Task<Participant?> KnownAsync(Activity activity, CancellationToken cancellationToken) =>
        (await SeenAsync(activity, Newcomer.LeftAlone, cancellationToken)).Person;

    private async Task<(Participant? Person, bool IsNew)> SeenAsync(Activity activity, Newcomer newcomer, CancellationToken cancellationToken)
    {
        if (activity is not { From: { Id: { } teamsId, AadObjectId: { } personId }, Conversation.Id: { } conversation, ServiceUrl: { } serviceUrl }
            || !Guid.TryParse(personId, out _))
        {
            return default;
        }

        var known = await database.ReadAsync(db => db.Participants.FindAsync([personId], cancellationToken).AsTask(), cancellationToken);
        if ((known is not null && IsCurrent(known, activity)) || (known is null && newcomer == Newcomer.LeftAlone))
        {
            return (known, false);
        }

        // Whoever was erased had their welcome; they get an answer when they write.
        var isWelcomed = newcomer == Newcomer.Welcomed && !await welcomes.IsKnownAsync(personId, cancellationToken);
        var seen = await database.WriteAsync(
            async db =>
            {
                if (await db.Participants.FindAsync([personId], cancellationToken) is { } row)
                {
                    Refresh(row, activity);
                    return (row, false);
                }

                if (newcomer == Newcomer.LeftAlone)
                {
                    return default;
                }

                var added = Create(activity, personId, teamsId, conversation, serviceUrl);
                db.Participants.Add(added);
                if (isWelcomed)
                {
                    await outbox.AddAsync(db, added, MessageKind.Welcome, Guid.Parse(personId), cancellationToken: cancellationToken);
                }

                return ((Participant?)added, true);
            },
            cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
        return seen;
    }

    private static bool IsCurrent(Participant person, Activity activity) =>
        person.UnreachableSince is null
        && person.ConversationId == activity.Conversation!.Id
        && person.ServiceUrl == activity.ServiceUrl
        && person.Language == LanguageOf(activity, person);

    private static void Refresh(Participant person, Activity activity)
    {
        person.ConversationId = activity.Conversation!.Id;
        person.ServiceUrl = activity.ServiceUrl!;
        person.Language = LanguageOf(activity, person);

        // Whoever writes can be written to.
        person.UnreachableSince = null;
    }

    private Participant Create(Activity activity, string personId, string teamsId, string conversation, string serviceUrl) => new()
    {
        PersonId = personId,
        PoolId = pools.Default.Id,
        Name = activity.From!.Name ?? "",
        Nonce = Nonce.New(),
        TeamsUserId = teamsId,
        ConversationId = conversation,
        ServiceUrl = serviceUrl,
        Language = LanguageOf(activity, Texts.DefaultLanguage),
        Zone = ZoneOf(activity) ?? pools.Default.Zone,
        InstalledAt = clock.GetCurrentInstant(),
    };

    private static string LanguageOf(Activity activity, Participant person) =>
        person.Preferences.ChatLanguage ?? LanguageOf(activity, person.Language);

    private static string LanguageOf(Activity activity, string otherwise) =>
        activity.Locale is { Length: > 0 } locale ? Texts.For(locale).Language : otherwise;

    private static string? ZoneOf(Activity activity) =>
        activity.LocalTimezone is { Length: > 0 } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null;

    private enum Newcomer
    {
        Welcomed,
        Answered,
        LeftAlone,
    }
}
