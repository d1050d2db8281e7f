using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Signals.Notifications;

/// <summary>Every hour, keeps the subscriptions up to date, and records yesterday as a day without AI if no notification came.</summary>
[DisallowConcurrentExecution]
internal sealed class InteractionWatchJob(InteractionWatches watches, InteractionDays days, Database database, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("interaction-watch");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await watches.KeepAsync(cancellationToken);
        await database.WriteAsync(db => days.CloseYesterdayAsync(db, cancellationToken), cancellationToken);
    }
}
