using System.Globalization;
using Npgsql;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>One PostgreSQL server for all tests that need one, with a new database for each. Without it, they are skipped.</summary>
internal static class PostgresServer
{
    public const string Skipped = "tests on PostgreSQL and with several processes";

    private static readonly Lazy<PostgresCluster?> Cluster = new(PostgresCluster.TryStart);
    private static int databases;

    /// <summary>A connection string for a database that does not exist yet.</summary>
    public static string NewDatabase()
    {
        if (Cluster.Value is null)
        {
            Requirement.Skip(Skipped, PostgresCluster.HowTo);
        }

        return Cluster.Value!.Connect($"connect{Interlocked.Increment(ref databases)}");
    }

    /// <summary>A connection string for an existing database through which its clock is this far ahead.</summary>
    public static string WithTimeAhead(string database, TimeSpan ahead)
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        var seconds = ahead.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
        using var command = new NpgsqlCommand(
            "CREATE SCHEMA ahead; CREATE FUNCTION ahead.now() RETURNS timestamptz LANGUAGE sql "
            + $"AS $$ SELECT pg_catalog.now() + interval '{seconds} seconds' $$",
            connection);
        command.ExecuteNonQuery();
        return database + ";Search Path=public,ahead,pg_catalog";
    }

    public static void Stop()
    {
        if (Cluster is { IsValueCreated: true, Value: { } started })
        {
            NpgsqlConnection.ClearAllPools();
            started.Dispose();
        }
    }
}
