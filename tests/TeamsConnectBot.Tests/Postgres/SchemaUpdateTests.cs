using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>What a start does to a database that is up to date already.</summary>
internal sealed class SchemaUpdateTests
{
    // Only guards against waiting forever.
    [Test]
    [CancelAfter(300_000)]
    public async Task ApplyAsync_DatabaseIsUpToDate_TakesNoMigrationLock(CancellationToken cancellation)
    {
        await using var storage = StorageOnly.Create(null);
        await storage.UpdateSchemaAsync();
        var contexts = storage.GetRequiredService<IDbContextFactory<ConnectDb>>();
        await using var db = await contexts.CreateDbContextAsync(cancellation);

        // As another process leaves it that was killed while it migrated. Whoever wants to migrate waits for this row to go away.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01')", cancellation);

        var isStarted = false;
        await storage.GetRequiredService<SchemaUpdate>().ApplyAsync(
            () =>
            {
                isStarted = true;
                return Task.CompletedTask;
            },
            cancellation);

        Assert.That(isStarted);
    }
}
