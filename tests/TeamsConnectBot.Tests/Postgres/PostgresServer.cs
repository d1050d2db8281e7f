using Npgsql;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>One PostgreSQL for all tests that need one, and a new database for each; without it they are skipped.</summary>
[SetUpFixture]
internal sealed class PostgresServer
{
    private static PostgresCluster? cluster;
    private static int databases;

    /// <summary>What to connect with; the database does not exist yet.</summary>
    public static string NewDatabase()
    {
        if (cluster is null)
        {
            Assert.Ignore(PostgresCluster.HowTo);
        }

        return cluster!.Connect($"connect{Interlocked.Increment(ref databases)}");
    }

    /// <summary>Takes the server away and gives it back.</summary>
    public static IDisposable Outage()
    {
        cluster!.Stop();
        return new Ended(cluster);
    }

    [OneTimeSetUp]
    public void Start() => cluster = PostgresCluster.TryStart();

    [OneTimeTearDown]
    public void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        cluster?.Dispose();
    }

    private sealed class Ended(PostgresCluster cluster) : IDisposable
    {
        public void Dispose() => cluster.Start();
    }
}
