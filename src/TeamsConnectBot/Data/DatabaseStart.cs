using Microsoft.EntityFrameworkCore;

namespace TeamsConnectBot.Data;

/// <summary>Brings the database up to date before anything else starts, and looks for messages a crash left in doubt.</summary>
internal sealed class DatabaseStart(IDbContextFactory<ConnectDb> contexts, Delivery.InterruptedMessages interrupted) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        await interrupted.ResolveAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
