using Microsoft.Data.Sqlite;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>SQLite cannot empty its write-ahead log while another connection is reading.</summary>
internal sealed class HeldLogTests
{
    private PrivacyWorld world = null!;

    [SetUp]
    public async Task StartAsync() => world = await PrivacyWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task WriteAheadLog_HeldByAReader_IsEmptiedOnALaterTry()
    {
        var log = world.Services.GetRequiredService<WalTruncation>();
        using (StartReading())
        {
            await EraseAsync();
            Assert.That((await log.TryAsync(default), log.IsPending, LogLength() > 0), Is.EqualTo((false, true, true)));
        }

        Assert.That((await log.TryAsync(default), log.IsPending, LogLength()), Is.EqualTo((true, false, 0L)));
    }

    [Test]
    public async Task WriteAheadLog_HeldForADay_LogsAWarning()
    {
        var log = world.Services.GetRequiredService<WalTruncation>();
        using (StartReading())
        {
            await EraseAsync();
            await log.TryAsync(default);
            await world.AdvanceAsync(TimeSpan.FromHours(25));
            await log.TryAsync(default);
        }

        Assert.That(world.Log.All, Has.Some.Contains("log could not be truncated"));
    }

    private async Task EraseAsync()
    {
        await world.JoinAsync(world.People[0]);
        await world.EraseAsync(world.People[0]);
    }

    private ReadTransaction StartReading() => new($"Data Source={world.DatabaseFile};Pooling=False");

    private long LogLength() => new FileInfo(world.DatabaseFile + "-wal") is { Exists: true, Length: var length } ? length : 0;

    private sealed class ReadTransaction : IDisposable
    {
        private readonly SqliteConnection connection;

        public ReadTransaction(string connectionString)
        {
            connection = new SqliteConnection(connectionString);
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
