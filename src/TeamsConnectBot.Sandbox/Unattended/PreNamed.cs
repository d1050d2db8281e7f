using Microsoft.Data.Sqlite;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>
/// For comparison only: what the same answers would have come to with pairs named beforehand. Every round's invited people
/// are paired by chance, and a pair meets when both said yes. That is kind to it: any two may be paired, and any two who said
/// yes are taken to share a gap.
/// </summary>
internal static class PreNamed
{
    public static double InvitationsPerConnection(SqliteConnection connection, ulong seed)
    {
        var invited = 0;
        var meetings = 0;
        foreach (var round in Answers(connection).GroupBy(answer => answer.Round))
        {
            var people = round.OrderBy(answer => SeededRandom.Mix(seed, Guid.Parse(answer.Person))).ToList();
            invited += people.Count;
            for (var first = 0; first + 1 < people.Count; first += 2)
            {
                meetings += people[first].SaidYes && people[first + 1].SaidYes ? 1 : 0;
            }

            seed = SeededRandom.Mix(seed, (ulong)people.Count);
        }

        return meetings == 0 ? 0 : Math.Round((double)invited / meetings, 4);
    }

    private static List<(string Round, string Person, bool SaidYes)> Answers(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT r.Monday, i.PersonId, i.State IN ('Settled', 'LeftOut') FROM Invitations i JOIN Rounds r ON r.Id = i.RoundId
            WHERE i.SentAt IS NOT NULL AND i.IsHost = 0 ORDER BY r.Monday, i.PersonId
            """;
        using var reader = command.ExecuteReader();
        var answers = new List<(string, string, bool)>();
        while (reader.Read())
        {
            answers.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        }

        return answers;
    }
}
