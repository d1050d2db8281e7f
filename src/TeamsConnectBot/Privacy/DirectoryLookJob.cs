using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Privacy;

/// <summary>Looks for people who left the organisation, every day.</summary>
[DisallowConcurrentExecution]
internal sealed class DirectoryLookJob(DirectoryLook look, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("directory-look");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await look.LookAsync(cancellationToken);
    }
}
