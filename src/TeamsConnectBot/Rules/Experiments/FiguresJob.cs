using Quartz;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rules.Experiments;

/// <summary>Counts closed weeks, every night.</summary>
[DisallowConcurrentExecution]
internal sealed class FiguresJob(FigurePublisher publisher, ExperimentPublisher trials, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("figures");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await publisher.PublishAsync(await trials.CountedUntilAsync(cancellationToken), cancellationToken);
        await trials.PublishAsync(cancellationToken);
    }
}
