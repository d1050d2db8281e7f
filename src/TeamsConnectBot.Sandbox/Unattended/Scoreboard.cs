using System.Globalization;
using Microsoft.Data.Sqlite;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Compares what the service wrote down with what people saw.</summary>
internal static class Scoreboard
{
    // A table's host said yes before anyone was asked: no invitation that had to be won, and no yes that could end alone.
    private const string Told = "EventId IS NOT NULL";

    public static UnattendedReport Read(string databaseFile, SandboxTenant tenant, AnswerCounts counts, Witness witness, TimeSpan elapsed, ulong? preNamedSeed)
    {
        using var connection = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly");
        connection.Open();
        int Count(string sql) => Convert.ToInt32(Scalar(connection, sql), CultureInfo.InvariantCulture);

        var invitations = Count("SELECT COUNT(*) FROM Invitations WHERE SentAt IS NOT NULL AND IsHost = 0");
        var connections = Count($"SELECT COUNT(*) FROM Connections WHERE {Told}");
        var leftOut = Count("SELECT COUNT(*) FROM Invitations WHERE State = 'LeftOut' AND IsHost = 0");
        var yeses = leftOut + Count("SELECT COUNT(*) FROM Invitations WHERE State = 'Settled' AND IsHost = 0");
        return new UnattendedReport
        {
            People = tenant.People.All.Length,
            OptedIn = counts.Joined,
            Rounds = Count("SELECT COUNT(*) FROM Rounds"),
            Cards = witness.Cards,
            Invitations = invitations,
            Yes = counts.Yes,
            Connections = connections,
            Met = Count("SELECT COUNT(DISTINCT ConnectionId) FROM Members WHERE Answer IN ('Met', 'AgainPlease')"),
            Events = tenant.Calendar.Live.Count,
            LiveConnections = Count($"SELECT COUNT(*) FROM Connections WHERE {Told} AND State <> 'Off'"),
            InvitationsPerConnection = Share(invitations, connections),
            LeftOutShare = Share(leftOut, yeses),
            LeftOutTwice = Count(LeftOutTwice),
            Repeats = Count(Repeats),
            Doubled = witness.Doubled,
            Lost = Lost(connection, tenant),
            InDoubt = Count("SELECT COUNT(*) FROM Messages WHERE WasInDoubt = 1"),
            RevealedTooEarly = witness.RevealedTooEarly,
            GraphRequests = tenant.Counters.Sum("graph."),
            Seconds = Math.Round(elapsed.TotalSeconds, 1),
            PreNamedInvitationsPerConnection = preNamedSeed is { } seed ? PreNamed.InvitationsPerConnection(connection, seed) : null,
            PeakMiB = Math.Round(System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 1),
        };
    }

    private const string LeftOutTwice = """
        WITH Turns AS (
          SELECT i.PersonId, i.State, LAG(i.State) OVER (PARTITION BY i.PersonId ORDER BY r.StartedAt) AS Before
          FROM Invitations i JOIN Rounds r ON r.Id = i.RoundId WHERE i.IsHost = 0 AND i.State IN ('LeftOut', 'Settled'))
        SELECT COUNT(*) FROM Turns WHERE State = 'LeftOut' AND Before = 'LeftOut'
        """;

    private const string Repeats = """
        WITH Numbered AS (SELECT Id, ROW_NUMBER() OVER (ORDER BY StartedAt) AS Number FROM Rounds),
        Pairs AS (
          SELECT a.PersonId AS One, b.PersonId AS Other, n.Number, a.Answer = 'AgainPlease' AND b.Answer = 'AgainPlease' AS Again
          FROM Members a JOIN Members b ON a.ConnectionId = b.ConnectionId AND a.PersonId < b.PersonId
          JOIN Connections c ON c.Id = a.ConnectionId JOIN Numbered n ON n.Id = c.RoundId WHERE c.IsOpenTable = 0)
        SELECT COUNT(*) FROM Pairs p JOIN Pairs q ON p.One = q.One AND p.Other = q.Other
        WHERE p.Number < q.Number AND q.Number - p.Number <= 6 AND NOT p.Again
        """;

    // A message the service holds for accepted and nobody has, or one that was due and never went out.
    private static int Lost(SqliteConnection connection, SandboxTenant tenant)
    {
        var received = tenant.Chats.All.SelectMany(chat => chat.Messages).Where(message => message.FromBot).Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        var now = tenant.Clock.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds();
        var lost = Convert.ToInt32(
            Scalar(connection, $"SELECT COUNT(*) FROM Messages WHERE State IN ('Planned', 'Sending') AND DueAt < {now}"), CultureInfo.InvariantCulture);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ActivityId FROM Messages WHERE State = 'Accepted' AND ActivityId IS NOT NULL";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            lost += received.Contains(reader.GetString(0)) ? 0 : 1;
        }

        return lost;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
