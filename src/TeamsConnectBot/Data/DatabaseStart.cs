using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Data;

/// <summary>Brings the database up to date before anything else starts; the scheduler makes its own tables in it.</summary>
internal sealed class DatabaseStart(
    SchemaUpdate schema, Database database, SchedulerClock schedulerClock, ISchedulerFactory schedulers, IOptions<StorageOptions> storage, TimeProvider clock)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => schema.ApplyAsync(
        async () =>
        {
            if (storage.Value.IsPostgres)
            {
                var now = await database.ReadAsync(db => db.Database.SqlQuery<DateTime>($"""SELECT now() AS "Value" """).SingleAsync(cancellationToken), cancellationToken);
                schedulerClock.Follow(clock, new DateTimeOffset(now.ToUniversalTime()));
            }

            await schedulers.GetScheduler(cancellationToken);
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
