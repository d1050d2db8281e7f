using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Resets triggers in the state ERROR, which otherwise never fire again. They got there because a process of another version lacked the
/// job's class, or because the job failed too often. This process has the classes of all its jobs.
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
        [LoggerMessage(
            LogLevel.Warning,
            "The scheduler had stopped job {Job} after errors (for rounds, the name after the dot is the pool's); it is scheduled again")]
        public static partial void Reset(ILogger logger, string job);
    }
}
