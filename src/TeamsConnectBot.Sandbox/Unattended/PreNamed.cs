using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>
/// For comparison only: the result if pairs had been named in the invitation. The people invited to each round are paired at
/// random, and a pair meets if both said yes. This favours naming pairs: anybody may be paired with anybody, and two people who
/// said yes are assumed to have a shared slot.
/// </summary>
internal static class PreNamed
{
    public static double InvitationsPerConnection(StoredRows rows, ulong seed)
    {
        var invitations = rows.Read("""
            SELECT r.Monday, i.PersonId, i.State IN ('Settled', 'LeftOut') FROM Invitations i JOIN Rounds r ON r.Id = i.RoundId
            WHERE i.SentAt IS NOT NULL AND i.IsHost = 0 ORDER BY r.Monday, i.PersonId
            """);
        var meetings = 0;
        foreach (var round in invitations.GroupBy(row => row[0], row => (Person: Guid.Parse(row[1]), SaidYes: row[2] == "1")))
        {
            meetings += round.OrderBy(invited => SeededRandom.Mix(seed, invited.Person)).Chunk(2)
                .Count(pair => pair is [{ SaidYes: true }, { SaidYes: true }]);
            seed = SeededRandom.Mix(seed, (ulong)round.Count());
        }

        return meetings == 0 ? 0 : Math.Round((double)invitations.Count / meetings, 4);
    }
}
