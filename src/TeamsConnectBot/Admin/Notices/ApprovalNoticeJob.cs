using Quartz;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Admin.Notices;

/// <summary>Looks every hour whether something new waits for the works council.</summary>
[DisallowConcurrentExecution]
internal sealed class ApprovalNoticeJob(ApprovalNotices notices, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("approval notices");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        try
        {
            await notices.PlanAsync(cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            // Who is in the works council is not known now; the next hour looks again.
        }
    }
}
