using Quartz;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Engine;

/// <summary>Does everything that is due: tasks first, since they make messages, then messages, then edits of old cards.</summary>
[DisallowConcurrentExecution]
internal sealed class DueSweepJob(
    SweepRequests requests, WorkInFlight work, DueTaskRunner tasks, MessageDispatch messages, StaleCards cards, NextSweep next) : IJob
{
    public static JobKey Key { get; } = new("due-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        using var request = requests.Take();
        bool progress;
        do
        {
            progress = await tasks.RunDueAsync(cancellationToken);
            progress |= await messages.SendDueAsync(cancellationToken);
            progress |= await cards.EditAsync(cancellationToken);
        }
        while (progress);

        await next.PlanAsync(context.Scheduler, cancellationToken);
    }
}
