using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.FirstUse;

/// <summary>Counts votes that have ended.</summary>
[DisallowConcurrentExecution]
internal sealed class VoteJob(SecretVote vote, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("vote");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await vote.CloseAsync(cancellationToken);
    }
}
