using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Compares what the service recorded with what people saw.</summary>
internal static class Scoreboard
{
    /// <summary>The ids of the meetings that took place: at least one member confirmed it.</summary>
    public const string TookPlace = """
        SELECT ConnectionId FROM Members WHERE Answer IN ('Met', 'AgainPlease', 'ThreeTimes')
        """;

    private const string Announced = "EventId IS NOT NULL";

    private const string LeftOutTwice = """
        WITH Turns AS (
          SELECT i.PersonId, i.State, LAG(i.State) OVER (PARTITION BY i.PersonId ORDER BY r.StartedAt) AS Before
          FROM Invitations i JOIN Rounds r ON r.Id = i.RoundId WHERE i.IsHost = 0 AND i.State IN ('LeftOut', 'Settled'))
        SELECT COUNT(*) FROM Turns WHERE State = 'LeftOut' AND Before = 'LeftOut'
        """;

    private const string Repeats = """
        WITH Numbered AS (SELECT Id, ROW_NUMBER() OVER (ORDER BY StartedAt) AS Number FROM Rounds),
        Pairs AS (
          SELECT a.PersonId AS One, b.PersonId AS Other, n.Number, c.SeasonOf IS NOT NULL AS IsPlanned,
            a.Answer IN ('AgainPlease', 'ThreeTimes') AND b.Answer IN ('AgainPlease', 'ThreeTimes') AS Again
          FROM Members a JOIN Members b ON a.ConnectionId = b.ConnectionId AND a.PersonId < b.PersonId
          JOIN Connections c ON c.Id = a.ConnectionId JOIN Numbered n ON n.Id = c.RoundId WHERE c.IsOpenTable = 0)
        SELECT COUNT(*) FROM Pairs p JOIN Pairs q ON p.One = q.One AND p.Other = q.Other
        WHERE p.Number < q.Number AND q.Number - p.Number <= 6 AND NOT p.Again AND NOT q.IsPlanned
        """;

    public static UnattendedReport Read(
        string databaseFile, SandboxTenant tenant, AnswerCounts counts, Witness witness, TimeSpan elapsed, ulong? preNamedSeed,
        AiWeekWitness? ai = null, DateTimeOffset start = default, HelpWitness? help = null)
    {
        // Hosts of open tables don't count: they said yes before anybody was invited, and are never left out.
        var rows = StoredRows.Sqlite(databaseFile);
        var invitations = rows.Count("SELECT COUNT(*) FROM Invitations WHERE SentAt IS NOT NULL AND IsHost = 0");
        var connections = rows.Count($"SELECT COUNT(*) FROM Connections WHERE {Announced} AND IsForQuestion = 0");
        var leftOut = rows.Count("SELECT COUNT(*) FROM Invitations WHERE State = 'LeftOut' AND IsHost = 0");
        var yeses = leftOut + rows.Count("SELECT COUNT(*) FROM Invitations WHERE State = 'Settled' AND IsHost = 0");
        var questions = help?.Count(rows);
        var aiWeeks = ai is null ? null : new AiWeekCount(rows, tenant, start);
        var allows = counts.AllowsAi.ToLookup(person => person.Value, person => person.Key);
        return new UnattendedReport(
            People: tenant.People.All.Length,
            OptedIn: counts.Joined,
            Rounds: rows.Count("SELECT COUNT(*) FROM Rounds"),
            Cards: witness.Cards,
            Invitations: invitations,
            Yes: counts.Yes,
            Connections: connections,
            Met: rows.Count($"SELECT COUNT(*) FROM Connections WHERE IsForQuestion = 0 AND Id IN ({TookPlace})"),
            Events: tenant.Calendar.Live.Count,
            LiveConnections: rows.Count($"SELECT COUNT(*) FROM Connections WHERE {Announced} AND State <> 'Off'"),
            InvitationsPerConnection: Share(invitations, connections),
            LeftOutShare: Share(leftOut, yeses),
            LeftOutTwice: rows.Count(LeftOutTwice),
            Repeats: rows.Count(Repeats),
            Doubled: witness.Doubled,
            Lost: rows.CountLostMessages(tenant),
            InDoubt: rows.Count("SELECT COUNT(*) FROM Messages WHERE WasInDoubt = 1"),
            RevealedTooEarly: witness.RevealedTooEarly,
            GraphRequests: tenant.Counters.Sum("graph."),
            Seconds: Math.Round(elapsed.TotalSeconds, 1),
            PreNamedInvitationsPerConnection: preNamedSeed is { } seed ? PreNamed.InvitationsPerConnection(rows, seed) : null,
            AiAllowed: ai is null ? null : allows[true].Count(),
            AiSignalsRead: ai?.SignalsRead,
            AiRowsDropped: ai?.RowsDropped,
            AiKeptWithoutConsent: ai?.KeptWithoutConsent,
            BandsTold: ai is null ? null : counts.BandsTold,
            WithBand: aiWeeks?.Of([.. allows[true]]),
            WithoutBand: aiWeeks?.Of([.. allows[false]]),
            Asked: questions?.Asked,
            Helped: questions?.Helped,
            NotHelped: questions?.NotHelped,
            MedianMinutesToYes: questions?.MedianMinutesToYes,
            HelpNamedTooEarly: help?.NamedTooEarly,
            HelpLoad: help?.Load,
            PeakMiB: Math.Round(System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 1));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);
}
