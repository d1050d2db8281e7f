using Npgsql;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>One PostgreSQL for all tests that need one, and a new database for each; without it they are skipped.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<PostgresCluster?> Cluster = new(PostgresCluster.TryStart);
    private static int databases;

    /// <summary>What to connect with; the database does not exist yet.</summary>
    public static string NewDatabase()
    {
        if (Cluster.Value is null)
        {
            Assert.Ignore(PostgresCluster.HowTo);
        }

        return Cluster.Value!.Connect($"connect{Interlocked.Increment(ref databases)}");
    }

    /// <summary>Takes the server away and gives it back.</summary>
    public static IDisposable Outage()
    {
        Cluster.Value!.Stop();
        return new Ended(Cluster.Value);
    }

    public static void Stop()
    {
        if (Cluster is { IsValueCreated: true, Value: { } started })
        {
            NpgsqlConnection.ClearAllPools();
            started.Dispose();
        }
    }

    private sealed class Ended(PostgresCluster cluster) : IDisposable
    {
        public void Dispose() => cluster.Start();
    }
}
