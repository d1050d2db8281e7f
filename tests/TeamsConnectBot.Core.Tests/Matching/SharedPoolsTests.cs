using FsCheck;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Tests.Matching.Simulation;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>Two pools with people in common, settled in one week, one after the other.</summary>
public sealed class SharedPoolsTests
{
    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Settle_SecondPoolReadsWhatTheFirstTook_GivesNobodyTwoThingsAtOnce(PositiveInt seed)
    {
        var everyone = new Town(30, seed.Get, online: 1).NextWeek();
        var (first, second) = (Yeses(seed.Get, everyone[..20]), Yeses(seed.Get + 1, everyone[10..]));

        var one = Settler.Settle(Pools.Week, first, PoolHistory.Empty, new(), 1);
        var taken = TakenTime.None.And(one.Groups);
        var other = Settler.Settle(Pools.Week, [.. second.Select(taken.From)], PoolHistory.Empty, new(), 1);

        var slots = one.Groups.Concat(other.Groups).SelectMany(group => group.Members.Select(member => (member.Id, group.Slot))).ToList();
        Assert.That(slots.Where((a, index) => slots.Skip(index + 1).Any(b => a.Id == b.Id && a.Slot.Overlaps(b.Slot))), Is.Empty);
    }

    [Test]
    public void Settle_SecondPoolDoesNotReadWhatTheFirstTook_WouldGiveSomebodyTwoThingsAtOnce()
    {
        var yeses = Yeses(1, new Town(20, 1, online: 1).NextWeek());
        var one = Settler.Settle(Pools.Week, yeses, PoolHistory.Empty, new(), 1);

        var again = Settler.Settle(Pools.Week, [.. yeses.Select(TakenTime.None.From)], PoolHistory.Empty, new(), 1);

        Assert.That(again.Groups.Select(group => group.Slot).Intersect(one.Groups.Select(group => group.Slot)), Is.Not.Empty);
    }

    [Test]
    public void Plan_SecondPool_OffersNoTimeTheFirstTook()
    {
        var members = new Town(30, 2, online: 1).NextWeek();
        var taken = TakenTime.None.And(Settler.Settle(Pools.Week, Yeses(2, members), PoolHistory.Empty, new(), 1).Groups);

        var plan = AskPlanner.Plan(Pools.Week, [.. members.Select(taken.From)], PoolHistory.Empty, new(), Rounds.Offerable, 2);

        Assert.That(plan.Asks.Where(ask => ask.Gaps.Any(gap => !taken.From(members.Single(member => member.Id == ask.Member.Id)).Free.IsFree(gap))), Is.Empty);
    }

    [Test]
    public void From_WeeksOfSeveralPools_TakesAllOfThemTogether()
    {
        var member = new Town(1, 1).NextWeek()[0] with { Free = WeekAvailability.FromSlots([new Slot(140, 6)]) };

        var taken = TakenTime.None.And([member.Id], new Slot(140, 2)).And([member.Id], new Slot(144, 2)).From(member);

        Assert.That(taken.Free.Gaps(), Is.EqualTo(new[] { new Slot(142, 2) }));
    }

    [Test]
    public void Budget_InvitedByOnePool_IsSpentInTheOtherToo()
    {
        var now = Pools.Week.Start + Duration.FromHours(9);
        var limits = new NudgeLimits { Hours = new(WorkingHours.MondayToFriday, new LocalTime(9, 0), new LocalTime(17, 0), DateTimeZone.Utc) };
        var once = new BudgetRules { MostPerWeek = 1 };
        var byTheOtherPool = new PastNudge(now - Duration.FromHours(1), NudgeAnswer.Answered);

        Assert.Multiple(() =>
        {
            Assert.That(InvitationBudget.Decide(now, limits, [], once).MayAsk, Is.True);
            Assert.That(InvitationBudget.Decide(now, limits, [byTheOtherPool], once).MayAsk, Is.False);
        });
    }

    private static List<Answer> Yeses(int seed, Core.People.PoolMember[] members) =>
        Pools.Yeses(seed, AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, new(), Rounds.Offerable, 1), share: 0.8);
}
