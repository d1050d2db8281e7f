using Quartz;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rules;

/// <summary>Ends approvals whose last day has passed.</summary>
[DisallowConcurrentExecution]
internal sealed class LapseJob(Lapsing lapsing, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("lapses");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await lapsing.RunAsync(cancellationToken);
    }
}
