using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Lets the odd ones join a pair: three people of whom every two may meet, with a gap and a place that suit all three.
/// Whom to put where is a matching of its own (augmenting paths, Kuhn 1955), so that as many as possible are taken in,
/// those left out before first.
/// </summary>
internal static class Trios
{
    /// <summary>The groups of two or three, as numbers of the roster; each group ascending.</summary>
    public static List<int[]> Form(Roster roster, PairRules pairs, CandidateGraph graph)
    {
        var couples = graph.Matching.EnumeratePairs().ToArray();
        var coupleOf = new int[roster.Count];
        Array.Fill(coupleOf, -1);
        for (var couple = 0; couple < couples.Length; couple++)
        {
            coupleOf[couples[couple].A] = coupleOf[couples[couple].B] = couple;
        }

        var odd = Enumerable.Range(0, roster.Count).Where(person => coupleOf[person] < 0 && graph.Of[person].Length >= 2)
            .OrderByDescending(person => roster.Members[person].TurnsLeftOut).ThenBy(person => person).ToArray();
        var hosts = odd.ToDictionary(
            person => person,
            person => graph.Of[person].Select(other => coupleOf[other]).Where(couple => couple >= 0).Distinct()
                .Where(couple => CanJoin(roster, pairs, person, couples[couple])).ToArray());
        var guest = new int[couples.Length];
        Array.Fill(guest, -1);
        var triedFor = new int[couples.Length];
        Array.Fill(triedFor, -1);
        foreach (var person in odd)
        {
            TakeIn(person, person, hosts, guest, triedFor);
        }

        return [.. couples.Select((pair, couple) => Group(pair, guest[couple]))];
    }

    private static bool TakeIn(int person, int onBehalfOf, Dictionary<int, int[]> hosts, int[] guest, int[] triedFor)
    {
        foreach (var couple in hosts[person])
        {
            if (triedFor[couple] == onBehalfOf)
            {
                continue;
            }

            triedFor[couple] = onBehalfOf;
            if (guest[couple] < 0 || TakeIn(guest[couple], onBehalfOf, hosts, guest, triedFor))
            {
                guest[couple] = person;
                return true;
            }
        }

        return false;
    }

    public static bool CanJoin(Roster roster, PairRules pairs, int person, (int A, int B) couple)
    {
        if (!pairs.Allow(person, couple.A) || !pairs.Allow(person, couple.B))
        {
            return false;
        }

        return ShareStart(roster.Online(person), roster.Online(couple.A), roster.Online(couple.B))
            || (roster.Office[person] == roster.Office[couple.A] && roster.Office[person] == roster.Office[couple.B]
                && ShareStart(roster.InOffice(person), roster.InOffice(couple.A), roster.InOffice(couple.B)));
    }

    private static bool ShareStart(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> two, ReadOnlySpan<ulong> three)
    {
        for (var word = 0; word < WeekAvailability.Words; word++)
        {
            if ((one[word] & two[word] & three[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Group((int A, int B) pair, int guest)
    {
        if (guest < 0)
        {
            return [pair.A, pair.B];
        }

        int[] group = [pair.A, pair.B, guest];
        Array.Sort(group);
        return group;
    }
}
