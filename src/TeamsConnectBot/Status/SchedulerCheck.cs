using Quartz;

namespace TeamsConnectBot.Status;

/// <summary>Checks that the scheduler is running and no trigger is in the error state.</summary>
internal sealed partial class SchedulerCheck(ISchedulerFactory schedulers, ILogger<SchedulerCheck> logger) : StatusCheck("scheduler")
{
    private string logged = "";

    public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (scheduler.Status != SchedulerStatus.Running)
        {
            return new PartFinding(PartState.Down, "NotRunning") { Remedies = ["scheduler.NotRunning"] };
        }

        var stuck = (await scheduler.QueryTriggers(new TriggerQuery { State = TriggerState.Error }, cancellationToken)).Items;
        var names = string.Join(", ", stuck.Select(trigger => trigger.JobKey.ToString()).Order(StringComparer.Ordinal));
        if (names != logged)
        {
            logged = names;
            if (names.Length > 0)
            {
                Log.GivenUp(logger, names);
            }
        }

        // Everything else works, and taking every process out of rotation would not help.
        return names.Length == 0 ? PartFinding.Works
            : new PartFinding(PartState.Down, "GivenUp") { Detail = names, Remedies = ["scheduler.GivenUp"], IsReady = true };
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "The scheduler gave up on {Jobs} (for a round, the name after the dot is the pool's). "
                + "Did a process of another version run beside this one? A restart schedules it again")]
        public static partial void GivenUp(ILogger logger, string jobs);
    }
}
