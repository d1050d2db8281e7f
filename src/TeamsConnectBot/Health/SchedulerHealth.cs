using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace TeamsConnectBot.Health;

/// <summary>What is due will be done: the scheduler runs, and has given up on nothing.</summary>
internal sealed partial class SchedulerHealth(ISchedulerFactory schedulers, ILogger<SchedulerHealth> logger) : IHealthCheck
{
    private string said = "";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (scheduler.Status != SchedulerStatus.Running)
        {
            return HealthCheckResult.Unhealthy();
        }

        var stuck = (await scheduler.QueryTriggers(new TriggerQuery { State = TriggerState.Error }, cancellationToken)).Items;
        var names = string.Join(", ", stuck.Select(trigger => trigger.JobKey.ToString()).Order(StringComparer.Ordinal));
        if (names != said)
        {
            said = names;
            if (names.Length > 0)
            {
                Log.GivenUp(logger, names);
            }
        }

        // Everything else goes on, and taking every process out of use would help nobody.
        return names.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"given up: {names}");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The scheduler gave up on {Jobs} (for rounds, the name after the dot is the pool's). Did a process of another version run beside this one? A restart plans it again")]
        public static partial void GivenUp(ILogger logger, string jobs);
    }
}
