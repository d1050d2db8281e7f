using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Privacy;

/// <summary>Keeps the keeping times, every night.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("retention");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await retention.ApplyAsync(cancellationToken);
    }
}
