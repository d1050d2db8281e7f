using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>Takes what Graph sends. Whatever names no watch, or not its secret, is dropped unread.</summary>
internal sealed partial class InteractionNotices(
    Database database, InteractionDays days, InteractionWatches watches, TimeProvider clock, ILogger<InteractionNotices> logger)
{
    private const string Reauthorise = "reauthorizationRequired";
    private const string Removed = "subscriptionRemoved";

    public async Task TakeAsync(IReadOnlyList<InteractionNotice> notices, CancellationToken cancellationToken)
    {
        // One look for all of them: whoever is not Graph can send many, too.
        var ids = notices.Select(notice => notice.SubscriptionId).Distinct().ToList();
        var known = await database.ReadAsync(
            db => db.InteractionWatches.Where(row => ids.Contains(row.SubscriptionId)).ToDictionaryAsync(row => row.SubscriptionId, cancellationToken), cancellationToken);
        var dropped = 0;
        foreach (var notice in notices.Distinct())
        {
            if (!known.TryGetValue(notice.SubscriptionId, out var watch) || !Nonce.Matches(watch.ClientState, notice.ClientState))
            {
                dropped++;
                continue;
            }

            await TakeAsync(watch, notice.Lifecycle, cancellationToken);
        }

        if (dropped > 0)
        {
            Log.Dropped(logger, dropped);
        }
    }

    private async Task TakeAsync(InteractionWatchRow watch, string? lifecycle, CancellationToken cancellationToken)
    {
        switch (lifecycle)
        {
            case null:
                if (!await database.ReadAsync(db => days.IsKeptAsync(db, watch.PersonId, cancellationToken), cancellationToken))
                {
                    await database.WriteAsync(db => KeepDayAsync(db, watch.PersonId, cancellationToken), cancellationToken);
                }

                break;
            case Reauthorise:
                await watches.RenewAsync(watch, cancellationToken);
                break;
            case Removed:
                // The next hour makes a new one, for whoever still allows it.
                await database.WriteAsync(db => db.InteractionWatches.Where(row => row.SubscriptionId == watch.SubscriptionId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
                break;
            default:
                // 'missed': what was missed is not asked for. Today may hold more than is known, so it counts as not watched whole.
                await database.WriteAsync(
                    db => db.InteractionWatches.Where(row => row.SubscriptionId == watch.SubscriptionId)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Since, clock.GetCurrentInstant()), cancellationToken),
                    cancellationToken);
                break;
        }
    }

    private async Task KeepDayAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is { } person && person.AllowsSourcesAt(clock.GetCurrentInstant()))
        {
            await days.KeepAsync(db, person, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Notices} notices named no subscription of this service, or not its secret, and were dropped")]
        public static partial void Dropped(ILogger logger, int notices);
    }
}
