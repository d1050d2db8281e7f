using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>Processes Graph's notifications. One for an unknown subscription, or with the wrong secret, is dropped.</summary>
internal sealed partial class InteractionNotices(
    Database database, InteractionDays days, InteractionWatches watches, SignalApprovals approvals, TimeProvider clock,
    ILogger<InteractionNotices> logger)
{
    public async Task TakeAsync(IReadOnlyList<InteractionNotice> notices, CancellationToken cancellationToken)
    {
        // One query for all of them: a caller that is not Graph could send many.
        var ids = notices.Select(notice => notice.SubscriptionId).Distinct().ToList();
        var known = await database.ReadAsync(
            db => db.InteractionWatches.Where(row => ids.Contains(row.SubscriptionId))
                .ToDictionaryAsync(row => row.SubscriptionId, cancellationToken),
            cancellationToken);
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
            case "reauthorizationRequired":
                if (await approvals.MayReadAsync(SignalSource.CopilotNotifications, cancellationToken))
                {
                    await watches.RenewAsync(watch, cancellationToken);
                }

                break;
            case "subscriptionRemoved":
                // The hourly job creates a new one, if the person still allows it.
                await database.WriteAsync(db => RowOf(db, watch).ExecuteDeleteAsync(cancellationToken), cancellationToken);
                break;
            default:
                // 'missed': Graph lost notifications, so a day without any may still be a day with AI. Watching starts again now.
                await database.WriteAsync(
                    db => RowOf(db, watch).ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.Since, clock.GetCurrentInstant()), cancellationToken),
                    cancellationToken);
                break;
        }
    }

    private static IQueryable<InteractionWatchRow> RowOf(ConnectDb db, InteractionWatchRow watch) =>
        db.InteractionWatches.Where(row => row.SubscriptionId == watch.SubscriptionId);

    private async Task KeepDayAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is { } person
            && person.AllowsSourcesAt(clock.GetCurrentInstant())
            && await approvals.MayReadAsync(db, SignalSource.CopilotNotifications, cancellationToken))
        {
            await days.KeepAsync(db, person, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Notices} notifications dropped: unknown subscription or wrong secret")]
        public static partial void Dropped(ILogger logger, int notices);
    }
}
