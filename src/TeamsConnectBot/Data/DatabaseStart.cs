using Quartz;

namespace TeamsConnectBot.Data;

/// <summary>Brings the database up to date before anything else starts; the scheduler makes its own tables in it.</summary>
internal sealed class DatabaseStart(SchemaUpdate schema, ISchedulerFactory schedulers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        schema.ApplyAsync(async () => await schedulers.GetScheduler(cancellationToken), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
