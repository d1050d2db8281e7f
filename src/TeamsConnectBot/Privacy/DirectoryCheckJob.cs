using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Privacy;

/// <summary>Erases people who left the organisation, every day.</summary>
[DisallowConcurrentExecution]
internal sealed class DirectoryCheckJob(DirectoryCheck check, WorkInFlight work) : IJob
{
    // The scheduler stores this key, so its value must not change.
    public static JobKey Key { get; } = new("directory-look");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await check.CheckAllAsync(cancellationToken);
    }
}
