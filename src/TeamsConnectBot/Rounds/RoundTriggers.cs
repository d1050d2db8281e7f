using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>Before the scheduler starts, creates each pool's job and the trigger of its next round.</summary>
internal sealed partial class RoundTriggers(
    ISchedulerFactory schedulers, PoolCatalogue pools, RoundTimetable timetable, TimeProvider clock,
    ILogger<RoundTriggers> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var pool in pools.All)
        {
            var job = RecurringJobRegistration.JobOf<RoundJob>(RoundJob.KeyOf(pool.Id));
            await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
            await timetable.EnsureAsync(scheduler, pool, cancellationToken);
            if (RoundOutlook.Of(pool, clock.GetCurrentInstant()).Warning(pool) is { } warning)
            {
                Log.LittleTimeLeft(logger, pool.Id, warning);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Pool {Pool}: {Warning}")]
        public static partial void LittleTimeLeft(ILogger logger, string pool, string warning);
    }
}
