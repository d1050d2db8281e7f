using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>
/// Compares the chosen gaps with every possible choice, in pools small enough to try them all, by the expected number of people who find
/// somebody: the other says yes (0.3), and both tick (0.7 each) a gap that both are offered.
/// </summary>
public sealed class AskPlannerExhaustiveTests
{
    private const int Pools = 60;

    [TestCase(3, 2, 0.99)]
    [TestCase(4, 2, 0.98)]
    [TestCase(5, 2, 0.97)]
    [TestCase(6, 2, 0.96)]
    [TestCase(6, 3, 0.98)]
    public void Plan_UpToSixPeople_IsCloseToTheBestPossibleChoice(int people, int gapsOffered, double mean)
    {
        var shares = Enumerable.Range(1, Pools).Select(seed => ShareOfBest(seed, people, gapsOffered)).ToList();

        var best = shares.Count(share => share > 1 - 1e-9);
        TestContext.Out.WriteLine(
            $"{people} people, {gapsOffered} gaps: lowest {shares.Min():0.000}, mean {shares.Average():0.0000}, best in {best} of {Pools}");
        Assert.Multiple(() =>
        {
            Assert.That(shares.Average(), Is.GreaterThanOrEqualTo(mean));
            Assert.That(shares, Has.All.InRange(0.7, 1 + 1e-9));
        });
    }

    private static double ShareOfBest(int seed, int people, int gapsOffered)
    {
        var members = Enumerable.Range(0, people).Select(index => Member(seed, index)).ToArray();
        var rules = new MatchingRules { MaxGapsOffered = gapsOffered };
        var plan = AskPlanner.Plan(Matching.Pools.Week, members, PoolHistory.Empty, rules, Matching.Pools.WholeWeek, 1);
        var chosen = members.Select(member => Days(plan.Asks.FirstOrDefault(ask => ask.Member.Id == member.Id)?.Gaps ?? [])).ToArray();
        var best = Best(members.Select(member => Choices(Days(member.Free.Gaps()), gapsOffered)).ToArray(), new int[people], 0);
        return best == 0 ? 1 : Expected(chosen) / best;
    }

    /// <summary>Someone with up to six gaps, one per day and always at the same hour, so that a set of gaps is a set of days.</summary>
    private static PoolMember Member(int seed, int index)
    {
        var random = new Random((seed * 10) + index);
        return new PoolMember
        {
            Id = $"p{index}",
            Zone = NodaTime.DateTimeZone.Utc,
            Languages = ["nl"],
            Free = WeekAvailability.FromSlots(
                Enumerable.Range(0, 6).Where(_ => random.Next(2) == 0).DefaultIfEmpty(0).Select(day => new Slot((day * 96) + 40, 2))),
        };
    }

    private static int Days(IEnumerable<Slot> gaps) => gaps.Aggregate(0, (days, gap) => days | 1 << (gap.Start / 96));

    // Another gap never lowers the expectation, so only full cards are tried.
    private static int[] Choices(int days, int most)
    {
        var count = Math.Min(most, int.PopCount(days));
        return [.. Enumerable.Range(0, 1 << 6).Where(choice => (choice & ~days) == 0 && int.PopCount(choice) == count)];
    }

    private static double Best(int[][] choices, int[] chosen, int person)
    {
        if (person == chosen.Length)
        {
            return Expected(chosen);
        }

        var best = 0.0;
        foreach (var choice in choices[person])
        {
            chosen[person] = choice;
            best = Math.Max(best, Best(choices, chosen, person + 1));
        }

        return best;
    }

    private static readonly double[] Alone = [.. Enumerable.Range(0, 7).Select(shared => 1 - (0.3 * (1 - Math.Pow(0.51, shared))))];

    private static double Expected(int[] offered)
    {
        var expected = 0.0;
        for (var one = 0; one < offered.Length; one++)
        {
            var alone = 1.0;
            for (var other = 0; other < offered.Length; other++)
            {
                alone *= other == one ? 1 : Alone[int.PopCount(offered[one] & offered[other])];
            }

            expected += 1 - alone;
        }

        return expected;
    }
}
