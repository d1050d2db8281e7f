using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Triggers in the state ERROR, which never fire again: a process of another version lacks the job's class, or the job failed too
/// often. This process has every class it plans, so it can be tried anew.
/// </summary>
internal sealed partial class StuckTriggers(ILogger<StuckTriggers> logger)
{
    public async Task ResetAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        foreach (var trigger in (await scheduler.QueryTriggers(new TriggerQuery { State = TriggerState.Error }, cancellationToken)).Items)
        {
            Log.Reset(logger, trigger.JobKey.ToString());
            await scheduler.ResetTriggerFromErrorState(trigger.Key, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The scheduler had given up on {Job} (for rounds, the name after the dot is the pool's); it is planned again")]
        public static partial void Reset(ILogger logger, string job);
    }
}
