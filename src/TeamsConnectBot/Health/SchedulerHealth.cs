using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace TeamsConnectBot.Health;

/// <summary>Checks that the scheduler is running and no trigger is in the error state.</summary>
internal sealed partial class SchedulerHealth(ISchedulerFactory schedulers, ILogger<SchedulerHealth> logger) : IHealthCheck
{
    private string logged = "";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (scheduler.Status != SchedulerStatus.Running)
        {
            return HealthCheckResult.Unhealthy();
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
        return names.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"given up: {names}");
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
