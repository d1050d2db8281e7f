using Quartz;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

/// <summary>The scheduler keeps its triggers in the service's own database, where all processes share them.</summary>
internal static class SchedulerSettings
{
    // Together, these are how long a process may be silent before the others take over its jobs.
    private static readonly TimeSpan CheckInInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckInThreshold = TimeSpan.FromSeconds(4);

    // A job fails as a whole when the database is unavailable, and the week's round must not wait for the next scheduled time. No
    // attempts are counted during the outage itself, and work resumes within seconds afterwards, however long the outage was.
    private static readonly RetryPolicy RetryUntilDatabaseIsBack =
        RetryPolicy.Exponential(720, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(5));

    public static void Apply(IQuartzBuilder quartz, StorageOptions storage)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "teamsconnectbot";

            // Small batches leave work for the other processes, which poll at the interval below.
            scheduler.MaxBatchSize = storage.IsPostgres ? 1 : 4;
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(storage.IsPostgres ? 2 : 5);
        });
        quartz.UseDefaultThreadPool(12);
        quartz.UseDefaultRetryPolicy(RetryUntilDatabaseIsBack);
        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.ConfigureStore(ado =>
            {
                ado.DbRetryInterval = CheckInThreshold;

                // With the default of a minute, a round that was missed during a database outage would start up to a minute late.
                ado.MisfireHandlerFrequency = CheckInThreshold;
            });
            if (!storage.IsPostgres)
            {
                store.UseSqlite(storage.Connect);
                return;
            }

            store.UsePostgres(
                source => source.DataSourceFactory = provider => provider.GetRequiredService<PostgresConnections>().Source);
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = CheckInInterval;
                cluster.CheckinMisfireThreshold = CheckInThreshold;
            });
        });
    }
}
