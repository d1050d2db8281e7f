using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Connections;

[DisallowConcurrentExecution]
internal sealed class EventWatchJob(EventWatch watch, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("event-watch");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await watch.LookAsync(cancellationToken);
    }
}
