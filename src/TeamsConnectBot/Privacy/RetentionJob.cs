using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Privacy;

/// <summary>Deletes what is past its retention period, every night.</summary>
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
