using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>
/// Keeps one subscription for each person who allows it, while the works council's approval holds: creates it, renews it before it
/// expires, recreates it when Graph dropped it, and ends it when the person withdraws or pauses.
/// </summary>
internal sealed partial class InteractionWatches(
    Database database, GraphInteractions graph, SignalApprovals approvals, WatchEndings endings, IOptions<SignalsOptions> options,
    TimeProvider clock, ILogger<InteractionWatches> logger)
{
    private static readonly Duration Lifetime = Duration.FromHours(24);
    private static readonly Duration RenewalMargin = Duration.FromHours(12);

    // Graph refuses individual people who lack a licence or the app. This many in a row mean a Graph outage or a missing permission.
    private const int MaxConsecutiveRefusals = 5;

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var mayRead = await approvals.MayReadAsync(SignalSource.CopilotNotifications, cancellationToken);
        var now = clock.GetCurrentInstant();
        var (people, watches) = await database.ReadAsync(
            async db => (
                await db.Participants.Where(person => person.JoinedAt != null && person.SourcesAllowedAt != null)
                    .Where(person => person.UnreachableSince == null && (person.PausedUntil == null || person.PausedUntil <= now))
                    .Select(person => person.PersonId).ToListAsync(cancellationToken),
                await db.InteractionWatches.ToListAsync(cancellationToken)),
            cancellationToken);
        var allowed = mayRead ? people.ToHashSet(StringComparer.Ordinal) : [];
        foreach (var watch in watches.Where(watch => !allowed.Contains(watch.PersonId)))
        {
            await database.WriteAsync(db => endings.EndAsync(db, watch.PersonId, cancellationToken), cancellationToken);
        }

        var known = watches.ToDictionary(watch => watch.PersonId, StringComparer.Ordinal);
        var refusals = 0;
        foreach (var person in allowed.Order(StringComparer.Ordinal))
        {
            var watch = known.GetValueOrDefault(person);
            if (watch is not null && watch.ExpiresAt > now + RenewalMargin)
            {
                continue;
            }

            refusals = await TryRenewOrCreateAsync(person, watch, cancellationToken) ? 0 : refusals + 1;
            if (refusals >= MaxConsecutiveRefusals)
            {
                Log.StoppedForNow(logger);
                return;
            }
        }
    }

    /// <summary>Ends the subscriptions that remain from before the source was switched off in the settings.</summary>
    public Task EndAllAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            foreach (var person in await db.InteractionWatches.Select(watch => watch.PersonId).ToListAsync(cancellationToken))
            {
                await endings.EndAsync(db, person, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Renews a subscription at once, as Graph requests when its authorisation is about to expire.</summary>
    public Task RenewAsync(InteractionWatchRow watch, CancellationToken cancellationToken) =>
        TryRenewOrCreateAsync(watch.PersonId, watch, cancellationToken);

    private async Task<bool> TryRenewOrCreateAsync(string person, InteractionWatchRow? watch, CancellationToken cancellationToken)
    {
        try
        {
            var until = clock.GetCurrentInstant() + Lifetime;
            if (watch is not null && await graph.RenewAsync(watch.SubscriptionId, until, cancellationToken) is { } renewed)
            {
                await database.WriteAsync(
                    db => db.InteractionWatches.Where(row => row.SubscriptionId == watch.SubscriptionId)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, renewed.ExpiresAt), cancellationToken),
                    cancellationToken);
            }
            else
            {
                await CreateAsync(person, until, cancellationToken);
            }

            return true;
        }
        catch (GraphUnavailableException)
        {
            // The transport logged the reason, without the person.
            return false;
        }
    }

    private async Task CreateAsync(string person, Instant until, CancellationToken cancellationToken)
    {
        var secret = Nonce.New();
        var address = new Uri(options.Value.PublicUrl!);
        var (interactions, lifecycle) = (new Uri(address, InteractionRoutes.Path), new Uri(address, InteractionRoutes.Lifecycle));
        if (await graph.CreateAsync(person, interactions, lifecycle, secret, until, cancellationToken) is { } made
            && !await database.WriteAsync(db => StoreAsync(db, person, made, secret, cancellationToken), cancellationToken))
        {
            await graph.DeleteAsync(made.Id, cancellationToken);
        }
    }

    // Someone may have withdrawn consent, or stopped everything, while Graph answered.
    private async Task<bool> StoreAsync(
        ConnectDb db, string person, InteractionSubscription made, string secret, CancellationToken cancellationToken)
    {
        await db.InteractionWatches.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        if ((await db.Participants.FindAsync([person], cancellationToken))?.AllowsSourcesAt(clock.GetCurrentInstant()) is not true
            || !await approvals.MayReadAsync(db, SignalSource.CopilotNotifications, cancellationToken))
        {
            return false;
        }

        db.InteractionWatches.Add(new InteractionWatchRow
        {
            PersonId = person, SubscriptionId = made.Id, ClientState = secret, Since = clock.GetCurrentInstant(),
            ExpiresAt = made.ExpiresAt,
        });
        return true;
    }

    private static partial class Log
    {
        // No count: it would reveal how many people allowed this source.
        [LoggerMessage(
            LogLevel.Warning, "Graph refused several interaction subscriptions in a row; the others are tried again in the next hour")]
        public static partial void StoppedForNow(ILogger logger);
    }
}
