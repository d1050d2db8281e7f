using Npgsql;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Status;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>A server that is a standby, and connection poolers between it and the service.</summary>
internal sealed class StandbyAndPoolerTests
{
    [Test]
    public async Task Database_ReadOnlyAfterAFailover_IsNotReadyAndCountsAsUnavailable()
    {
        var server = PostgresServer.NewDatabase();
        await using var service = StorageOnly.Create(server);
        await service.UpdateSchemaAsync();
        var health = ActivatorUtilities.CreateInstance<DatabaseCheck>(service);
        var before = await health.CheckAsync(default);

        await BecomeStandbyAsync(server);
        service.GetRequiredService<PostgresConnections>().Source.Clear();
        var after = await health.CheckAsync(default);
        var refused = await Assert.CatchAsync<Exception>(() => service.GetRequiredService<Database>().RunAsync(
            db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Rounds" """), default))!;

        Assert.That(before.State, Is.EqualTo(PartState.Works));
        Assert.That((after.State, after.Reason), Is.EqualTo((PartState.Down, "ReadOnly")));
        Assert.That(StorageOutage.IsOutage(refused!), Is.True);
        Assert.That(service.GetRequiredService<StorageOutage>().IsReadOnly, Is.True);
    }

    [Test]
    public async Task Pooler_DirectConnection_IsNotDetected()
    {
        var server = PostgresServer.NewDatabase();
        await using var service = StorageOnly.Create(server);
        await service.UpdateSchemaAsync();

        Assert.That(await service.GetRequiredService<PoolerCheck>().IsSharedAsync(default), Is.False);
    }

    [TestCase(10, true, 10, 10, true, true, TestName = "Pooler_TwoSessionsOnOneBackend_IsDetected")]
    [TestCase(10, true, 11, 12, true, true, TestName = "Pooler_OneSessionOnTwoBackends_IsDetected")]
    [TestCase(10, true, 11, 10, false, true, TestName = "Pooler_LostLock_IsDetected")]
    [TestCase(10, true, 11, 10, true, false, TestName = "Pooler_EachSessionOnItsOwnBackend_IsNotDetected")]
    public void Pooler_IsDetected(int first, bool held, int second, int again, bool stillHeld, bool expected) =>
        Assert.That(PoolerCheck.IsPooled((first, held), (second, true), (again, stillHeld)), Is.EqualTo(expected));

    private static async Task BecomeStandbyAsync(string server)
    {
        var name = new NpgsqlConnectionStringBuilder(server).Database;
        await using var admin = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await admin.OpenAsync();
        foreach (var sql in new[]
        {
            $"ALTER DATABASE {name} SET default_transaction_read_only = on",
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
        })
        {
            await using var command = new NpgsqlCommand(sql, admin);
            await command.ExecuteNonQueryAsync();
        }
    }
}
