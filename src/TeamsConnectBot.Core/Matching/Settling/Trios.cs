using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Lets the people left over join a pair: three people of whom every two may meet, with a gap and a place that suit all three. Who joins
/// which pair is a matching of its own (augmenting paths, Kuhn 1955), so that as many as possible are taken in, those who were left out
/// before first.
/// </summary>
internal static class Trios
{
    /// <summary>The groups of two or three, as numbers in the roster; each group ascending.</summary>
    public static List<int[]> Form(Roster roster, PairRules pairs, int[][] candidates, (int A, int B)[] couples)
    {
        var coupleOf = new int[roster.Count];
        Array.Fill(coupleOf, -1);
        for (var couple = 0; couple < couples.Length; couple++)
        {
            coupleOf[couples[couple].A] = coupleOf[couples[couple].B] = couple;
        }

        var odd = roster.Everyone.Where(person => coupleOf[person] < 0 && candidates[person].Length >= 2)
            .OrderByDescending(person => roster.Members[person].TurnsLeftOut).ThenBy(person => person).ToArray();
        var hosts = odd.ToDictionary(
            person => person,
            person => candidates[person].Select(other => coupleOf[other]).Where(couple => couple >= 0).Distinct()
                .Where(couple => CanJoin(roster, pairs, person, couples[couple])).ToArray());
        var guest = new int[couples.Length];
        Array.Fill(guest, -1);
        var triedFor = new int[couples.Length];
        Array.Fill(triedFor, -1);
        foreach (var person in odd)
        {
            TryJoin(person, person, hosts, guest, triedFor);
        }

        return [.. couples.Select((pair, couple) => new[] { pair.A, pair.B, guest[couple] }.Where(one => one >= 0).Order().ToArray())];
    }

    private static bool TryJoin(int person, int onBehalfOf, Dictionary<int, int[]> hosts, int[] guest, int[] triedFor)
    {
        foreach (var couple in hosts[person].Where(couple => triedFor[couple] != onBehalfOf))
        {
            triedFor[couple] = onBehalfOf;
            if (guest[couple] < 0 || TryJoin(guest[couple], onBehalfOf, hosts, guest, triedFor))
            {
                guest[couple] = person;
                return true;
            }
        }

        return false;
    }

    public static bool CanJoin(Roster roster, PairRules pairs, int person, (int A, int B) couple) =>
        pairs.Allow(person, couple.A) && pairs.Allow(person, couple.B)
        && (ShareStart(roster, [person, couple.A, couple.B], roster.Online(person), roster.Online(couple.A), roster.Online(couple.B))
            || (roster.Office[person] == roster.Office[couple.A] && roster.Office[person] == roster.Office[couple.B]
                && ShareStart(
                    roster, [person, couple.A, couple.B], roster.InOffice(person), roster.InOffice(couple.A), roster.InOffice(couple.B))));

    private static bool ShareStart(
        Roster roster, ReadOnlySpan<int> group, ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> two, ReadOnlySpan<ulong> three)
    {
        Span<ulong> shared = stackalloc ulong[WeekAvailability.Words];
        for (var word = 0; word < WeekAvailability.Words; word++)
        {
            shared[word] = one[word] & two[word] & three[word];
        }

        roster.KeepPossible(group, shared);
        return !StartBits.IsEmpty(shared);
    }
}
