using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Somebody reads the database while somebody is erased: SQLite's log can't be emptied then.</summary>
internal sealed class HeldLogTests
{
    private PrivacyWorld world = null!;

    [SetUp]
    public async Task StartAsync() => world = await PrivacyWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Log_HeldByAReader_IsTriedAgainUntilItIsEmpty()
    {
        var log = world.Services.GetRequiredService<EmptyLog>();
        using (Reader())
        {
            await EraseAsync();
            Assert.That((await log.TryAsync(default), log.IsPending, Length() > 0), Is.EqualTo((false, true, true)));
        }

        Assert.That((await log.TryAsync(default), log.IsPending, Length()), Is.EqualTo((true, false, 0L)));
    }

    [Test]
    public async Task Log_HeldForADay_IsSaid()
    {
        var log = world.Services.GetRequiredService<EmptyLog>();
        using (Reader())
        {
            await EraseAsync();
            await log.TryAsync(default);
            await world.AdvanceAsync(TimeSpan.FromHours(25));
            await log.TryAsync(default);
        }

        Assert.That(world.Log.All, Has.Some.Contains("log could not be emptied"));
    }

    private async Task EraseAsync()
    {
        await world.JoinAsync(world.People[0]);
        await world.SayAsync(world.People[0], "vergeet mij");
        await world.ClickAsync(world.People[0], "forget.confirm");
    }

    private Transaction Reader() => new($"Data Source={world.DatabaseFile};Pooling=False");

    private long Length() => new FileInfo(world.DatabaseFile + "-wal") is { Exists: true, Length: var length } ? length : 0;

    private sealed class Transaction : IDisposable
    {
        private readonly SqliteConnection connection;

        public Transaction(string connect)
        {
            connection = new SqliteConnection(connect);
            connection.Open();
            foreach (var sql in new[] { "BEGIN", """SELECT COUNT(*) FROM "Participants" """ })
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteScalar();
            }
        }

        public void Dispose() => connection.Dispose();
    }
}
