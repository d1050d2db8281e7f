using Quartz;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Data;

/// <summary>Brings the database up to date before anything else starts. The scheduler creates its own tables in it.</summary>
internal sealed class DatabaseStart(
    SchemaUpdate schema, PoolerCheck pooler, DatabaseTime time, ISchedulerFactory schedulers,
    IOptions<StorageOptions> storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => schema.ApplyAsync(
        async () =>
        {
            if (storage.Value.IsPostgres)
            {
                await pooler.RefuseAsync(cancellationToken);
                await time.FollowAsync(cancellationToken);
            }

            await schedulers.GetScheduler(cancellationToken);
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
