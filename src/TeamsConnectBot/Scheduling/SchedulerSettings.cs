using Quartz;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

/// <summary>How the scheduler keeps its triggers: in the service's own database, and shared by all its processes.</summary>
internal static class SchedulerSettings
{
    // Together the longest a process may be silent; then the others take over what it was doing.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    // A job fails as a whole when the database is away; its week's round, or what is due, must not wait for the next time. While
    // the database is away no attempt is counted; once it is back, work resumes within seconds, however long it was away.
    private static readonly RetryPolicy UntilDatabaseIsBack = RetryPolicy.Exponential(720, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(5));

    public static void Apply(IQuartzBuilder quartz, StorageOptions storage)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "teamsconnectbot";

            // Small batches leave something for the other processes, which look this often.
            scheduler.MaxBatchSize = storage.IsPostgres ? 1 : 4;
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(storage.IsPostgres ? 2 : 5);
        });
        quartz.UseDefaultThreadPool(12);
        quartz.UseDefaultRetryPolicy(UntilDatabaseIsBack);
        quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.ConfigureStore(ado =>
            {
                ado.DbRetryInterval = Silence;

                // By default every minute, and a round whose hour passed while the database was away would wait as long.
                ado.MisfireHandlerFrequency = Silence;
            });
            if (!storage.IsPostgres)
            {
                store.UseSqlite(storage.Connect);
                return;
            }

            store.UsePostgres(storage.Connect);
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = CheckIn;
                cluster.CheckinMisfireThreshold = Silence;
            });
        });
    }
}
