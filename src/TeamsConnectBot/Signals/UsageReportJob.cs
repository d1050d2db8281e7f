using Quartz;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Signals;

/// <summary>Reads the day's usage report, where the organisation switched it on.</summary>
[DisallowConcurrentExecution]
internal sealed class UsageReportJob(ReportedDays days, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("usage-report");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await days.ReadAsync(cancellationToken);
    }
}
