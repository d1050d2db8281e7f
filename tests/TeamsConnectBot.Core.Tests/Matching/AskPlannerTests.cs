using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Tests.Matching.Simulation;

namespace TeamsConnectBot.Core.Tests.Matching;

public sealed class AskPlannerTests
{
    private static readonly Slot Offerable = new(150, 300);

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Plan_AnyPool_OffersOnlyOwnGapsInsideTheOfferableHours(PositiveInt seed)
    {
        var (members, history) = Case(seed.Get);

        foreach (var ask in AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Offerable, 1).Asks)
        {
            Assert.That(ask.Gaps, Has.Length.InRange(1, 3));
            Assert.That(ask.Gaps.All(gap => ask.Member.Free.IsFree(gap) && gap.Length == 2 && gap.Start >= 150 && gap.End <= 450), Is.True);
            Assert.That(ask.Gaps.Zip(ask.Gaps.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), Is.True);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Plan_AnyPool_InvitesNobodyWhoseGapsLeadToNobody(PositiveInt seed)
    {
        var (members, history) = Case(seed.Get);
        var asks = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1).Asks;

        var inVain = asks.Where(ask => !asks.Any(other => other != ask
            && Pools.MayMeet(ask.Member, other.Member, history, Pools.Rules)
            && ask.Gaps.Intersect(other.Gaps).Any(gap => Pools.FitsBoth(ask.Member, other.Member, gap))));

        Assert.That(inVain, Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Plan_SmallPool_SkipsOnlyPeopleForWhomBruteForceFindsNobodyWithRoom(PositiveInt seed)
    {
        var (members, history) = Case(seed.Get);

        Assert.That(MissedByBruteForce(members, history), Is.Empty);
    }

    [Test]
    public void Plan_PoolTooLargeToTestAllPairs_SkipsOnlyPeopleForWhomBruteForceFindsNobodyWithRoom()
    {
        var members = Pools.Members(5, 450, hoursFree: 1);

        Assert.That(MissedByBruteForce(members, Pools.History(5, members)), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 20)]
    public void Plan_MembersInAnotherOrder_GivesTheSamePlan(PositiveInt seed)
    {
        var (members, history) = Case(seed.Get);

        var one = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 3);
        var other = AskPlanner.Plan(Pools.Week, [.. members.Reverse()], history, Pools.Rules, Pools.WholeWeek, 3);

        Assert.That(Describe(other), Is.EqualTo(Describe(one)));
    }

    [Test]
    public void Plan_EnoughQuietGaps_HardlyOffersGapsThatCostSomething()
    {
        var members = new Town(60, 4, online: 1).NextWeek();
        var plan = AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, new(), Rounds.Offerable, 1);

        var costly = plan.Asks.SelectMany(ask => ask.Gaps.Select(gap => SlotCost.Of(ask.Member.Free, gap))).Count(cost => cost > 0);

        Assert.That(costly, Is.LessThanOrEqualTo(0.1 * plan.Asks.Sum(ask => ask.Gaps.Length)));
    }

    [Test]
    public void Plan_MemberWithoutGap_IsNotAskedForThatReason()
    {
        var members = Pools.Members(1, 3);
        members[1] = members[1] with { Free = WeekAvailability.None };

        var plan = AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, new(), Pools.WholeWeek, 1);

        Assert.That(plan.NotAsked, Has.Some.EqualTo(new NotAsked(members[1], NotAskedReason.NoGap)));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Plan_TooFewMembersForAPair_InvitesNobody(int count)
    {
        var plan = AskPlanner.Plan(Pools.Week, Pools.Members(1, count), PoolHistory.Empty, new(), Pools.WholeWeek, 1);

        Assert.That((plan.Asks.Count, plan.NotAsked.Count), Is.EqualTo((0, count)));
    }

    /// <summary>People who are not invited although they could meet somebody whose card is not full.</summary>
    private static IEnumerable<string> MissedByBruteForce(PoolMember[] members, PoolHistory history)
    {
        var plan = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1);
        var full = plan.Asks.Where(ask => ask.Gaps.Length == Pools.Rules.MaxGapsOffered).Select(ask => ask.Member.Id).ToHashSet();
        return plan.NotAsked.Select(left => left.Member)
            .Where(one => members.Any(other => other != one && !full.Contains(other.Id) && Pools.CanMeet(one, other, history, Pools.Rules)))
            .Select(member => member.Id);
    }

    private static (PoolMember[] Members, PoolHistory History) Case(int seed)
    {
        var members = Pools.Members(seed, 2 + (seed % 20));
        return (members, Pools.History(seed, members));
    }

    private static string Describe(AskPlan plan) => string.Join(
        "; ",
        plan.Asks.Select(ask => $"{ask.Member.Id} {string.Join(' ', ask.Gaps)}")
            .Concat(plan.NotAsked.Select(left => $"{left.Member.Id} {left.Reason}")));
}
