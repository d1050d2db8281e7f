using Quartz;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Rules;

namespace TeamsConnectBot.Admin.Figures;

/// <summary>Counts the weeks that are closed, every night.</summary>
[DisallowConcurrentExecution]
internal sealed class FiguresJob(FigurePublisher publisher, TrialPublisher trials, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("figures");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await publisher.PublishAsync(cancellationToken);
        await trials.PublishAsync(cancellationToken);
    }
}
