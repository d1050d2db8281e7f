using System.Numerics;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Slots;

namespace TeamsConnectBot.Core.Tests.Matching.Fairness;

/// <summary>
/// Brute force over every way to divide those who said yes into groups of limited size, using the rules of <see cref="Pools"/>: the
/// smallest possible number of people left out, of everyone and of those who were left out before.
/// </summary>
internal sealed class EveryDivision(
    Week week, IReadOnlyList<Acceptance> yeses, int mostInGroup, Func<Acceptance, Acceptance, bool> mayMeet,
        IReadOnlySet<string> freeToBeAlone)
{
    /// <summary>The smallest possible number of people who are left out again.</summary>
    public int LeastTwice() => Least(answer => answer.Member.TurnsLeftOut > 0 ? 1 : 0);

    /// <summary>The smallest possible number of people who are left out.</summary>
    public int Least() => Least(answer => freeToBeAlone.Contains(answer.Member.Id) ? 0 : 1);

    private int Least(Func<Acceptance, int> cost)
    {
        var groups = Groups();
        var least = new int[1 << yeses.Count];
        for (var set = 1; set < least.Length; set++)
        {
            var first = BitOperations.TrailingZeroCount(set);
            var rest = groups[first].Where(group => (set & group) == group).Select(group => least[set ^ group]);
            least[set] = rest.Append(least[set & (set - 1)] + cost(yeses[first])).Min();
        }

        return least[^1];
    }

    private List<int>[] Groups()
    {
        var groups = Enumerable.Range(0, yeses.Count).Select(_ => new List<int>()).ToArray();
        for (var set = 1; set < 1 << yeses.Count; set++)
        {
            if (BitOperations.PopCount((uint)set) >= 2 && BitOperations.PopCount((uint)set) <= mostInGroup && CanMeet(set))
            {
                groups[BitOperations.TrailingZeroCount(set)].Add(set);
            }
        }

        return groups;
    }

    private bool CanMeet(int set)
    {
        Acceptance[] people = [.. yeses.Where((_, index) => (set >> index & 1) != 0)];
        return people.All(one => people.All(other => one == other || mayMeet(one, other)))
            && people[0].Ticked.Any(slot => people.All(person => person.Ticked.Contains(slot) && person.Member.Free.IsFree(slot))
                && PlaceChoice.For(week, slot, [.. people.Select(person => person.Member)]) is not null);
    }
}
