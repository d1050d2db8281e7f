using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rounds;

/// <summary>Counts company after AI weeks, every Sunday evening.</summary>
[DisallowConcurrentExecution]
internal sealed class AiWeekJob(AiWeekPicture picture, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("ai-week");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await picture.CountAsync(cancellationToken);
    }
}
