using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Signals;

/// <summary>Reads the day's usage report, where the organisation switched it on and the works council agreed.</summary>
[DisallowConcurrentExecution]
internal sealed class UsageReportJob(ReportedDays days, SignalApprovals approvals, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("usage-report");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        if (await approvals.MayReadAsync(SignalSource.CopilotReport, cancellationToken))
        {
            await days.ReadAsync(cancellationToken);
        }
    }
}
