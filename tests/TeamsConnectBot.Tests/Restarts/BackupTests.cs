using Microsoft.Data.Sqlite;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>Backup and restore as docs/storage.md describes them.</summary>
internal sealed class BackupTests : WorldTests
{
    [Test]
    public async Task Backup_TakenWhileTheServiceWrites_CanBeRestored()
    {
        var world = await StartAsync(4);
        await world.JoinAllAsync();
        var copy = world.Database + ".copy";
        using (var connection = new SqliteConnection($"Data Source={world.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{copy}'";
            var writing = world.UntilAsync(IsoDayOfWeek.Monday, 8, 59);
            await command.ExecuteNonQueryAsync();
            await writing;
        }

        await world.StopServiceAsync();
        SqliteConnection.ClearAllPools();
        File.Move(copy, world.Database, overwrite: true);
        File.Delete(world.Database + "-wal");
        File.Delete(world.Database + "-shm");
        await world.StartServiceAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);

        Assert.That(world.People, Has.All.Matches<Person>(person => world.HasButton(person!, "invitation.yes")));
    }
}
