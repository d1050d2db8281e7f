using Microsoft.Data.Sqlite;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>A service whose scheduler does not run would answer clicks but never send a card.</summary>
internal sealed class SchedulerStartTests
{
    [Test]
    public async Task Start_SchedulerCannotRecover_FailsSoThatTheProcessIsRestarted()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 4 });
        var launch = new LaunchOptions { DatabaseFile = folder.File("connect.db") };
        await using (await RunningService.StartAsync(tenant, launch))
        {
        }

        // A killed process leaves triggers in this state. The scheduler recovers them when it starts, which this SQL trigger prevents.
        Run(launch.DatabaseFile, """
            UPDATE QRTZ_TRIGGERS SET TRIGGER_STATE = 'ACQUIRED';
            CREATE TRIGGER away BEFORE UPDATE ON QRTZ_TRIGGERS BEGIN SELECT RAISE(ABORT, 'no room'); END;
            """);

        Assert.That(async () => await RunningService.StartAsync(tenant, launch), Throws.Exception.With.Message.Contains("job recovery"));
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
