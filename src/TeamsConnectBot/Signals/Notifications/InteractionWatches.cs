using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>
/// Keeps one subscription for each person who allows it, while the works council's yes holds: made, renewed before it ends,
/// made anew when Graph dropped it, ended when the person withdraws or pauses.
/// </summary>
internal sealed partial class InteractionWatches(
    Database database, GraphInteractions graph, SignalApprovals approvals, WatchEndings endings, IOptions<SignalsOptions> options, TimeProvider clock,
    ILogger<InteractionWatches> logger)
{
    private static readonly Duration Length = Duration.FromHours(24);
    private static readonly Duration RenewedBefore = Duration.FromHours(12);

    // People without a licence or without the app are refused one by one; so many in a row is Graph's trouble, or a permission.
    private const int MostRefusals = 5;

    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var mayRead = await approvals.MayReadAsync(SignalSource.CopilotNotifications, cancellationToken);
        var now = clock.GetCurrentInstant();
        var (people, watches) = await database.ReadAsync(
            async db => (
                await db.Participants.Where(person => person.JoinedAt != null && person.SourcesAllowedAt != null && person.UnreachableSince == null
                        && (person.PausedUntil == null || person.PausedUntil <= now))
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
            if (watch is not null && watch.ExpiresAt > now + RenewedBefore)
            {
                continue;
            }

            refusals = await TryKeepAsync(person, watch, cancellationToken) ? 0 : refusals + 1;
            if (refusals >= MostRefusals)
            {
                Log.GivenUp(logger);
                return;
            }
        }
    }

    /// <summary>Ends what is left of the time before the source was switched off in the settings.</summary>
    public Task EndAllAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            foreach (var person in await db.InteractionWatches.Select(watch => watch.PersonId).ToListAsync(cancellationToken))
            {
                await endings.EndAsync(db, person, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>Renews one at once, as Graph asks when its authorisation ends.</summary>
    public async Task RenewAsync(InteractionWatchRow watch, CancellationToken cancellationToken) => await TryKeepAsync(watch.PersonId, watch, cancellationToken);

    private async Task<bool> TryKeepAsync(string person, InteractionWatchRow? watch, CancellationToken cancellationToken)
    {
        try
        {
            var until = clock.GetCurrentInstant() + Length;
            if (watch is not null && await graph.RenewAsync(watch.SubscriptionId, until, cancellationToken) is { } renewed)
            {
                await database.WriteAsync(
                    db => db.InteractionWatches.Where(row => row.SubscriptionId == watch.SubscriptionId)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, renewed.ExpiresAt), cancellationToken),
                    cancellationToken);
                return true;
            }

            await CreateAsync(person, until, cancellationToken);
            return true;
        }
        catch (GraphUnavailableException)
        {
            // The transport logged why, without whom.
            return false;
        }
    }

    private async Task CreateAsync(string person, Instant until, CancellationToken cancellationToken)
    {
        var secret = Nonce.New();
        var address = new Uri(options.Value.PublicUrl!);
        var made = await graph.CreateAsync(
            person, new Uri(address, InteractionRoutes.Path), new Uri(address, InteractionRoutes.Lifecycle), secret, until, cancellationToken);
        if (made is null)
        {
            return;
        }

        var isKept = await database.WriteAsync(db => KeepAsync(db, person, made, secret, cancellationToken), cancellationToken);
        if (!isKept)
        {
            await graph.DeleteAsync(made.Id, cancellationToken);
        }
    }

    // Someone may have withdrawn it while Graph answered.
    private async Task<bool> KeepAsync(ConnectDb db, string person, InteractionSubscription made, string secret, CancellationToken cancellationToken)
    {
        await db.InteractionWatches.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        if ((await db.Participants.FindAsync([person], cancellationToken))?.AllowsSourcesAt(clock.GetCurrentInstant()) is not true)
        {
            return false;
        }

        db.InteractionWatches.Add(new InteractionWatchRow
        {
            PersonId = person, SubscriptionId = made.Id, ClientState = secret, Since = clock.GetCurrentInstant(), ExpiresAt = made.ExpiresAt,
        });
        return true;
    }

    private static partial class Log
    {
        // No count: it would tell how many allowed this source.
        [LoggerMessage(LogLevel.Warning, "Graph refused several interaction subscriptions in a row; the rest waits for the next hour")]
        public static partial void GivenUp(ILogger logger);
    }
}
