using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Sides;

/// <summary>Whom to ask in a pool with two sides.</summary>
public sealed class AskPlannerSidesTests
{
    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Plan_AnyPool_InvitesNobodyWhoseGapsLeadToNobodyOfTheOtherSide(PositiveInt seed)
    {
        var members = TwoSides.Members(seed.Get, 1 + (seed.Get % 6), 1 + (seed.Get % 9), 1 + (seed.Get % 3), hoursFree: 6);
        var history = Pools.History(seed.Get, members);

        var plan = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1);

        Assert.That(plan.Asks.Where(ask => !plan.Asks.Any(other => other.Member.Side != ask.Member.Side
            && Pools.MayMeet(ask.Member, other.Member, history, Pools.Rules)
            && ask.Gaps.Intersect(other.Gaps).Any(gap => Pools.FitsBoth(ask.Member, other.Member, gap)))), Is.Empty);
        Assert.That(
            plan.Asks.Select(ask => ask.Member.Id).Concat(plan.NotAsked.Select(left => left.Member.Id)),
            Is.EquivalentTo(members.Select(member => member.Id)));
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Plan_AnyPool_AsksAtMostThreePeopleForTwoPlacesOfTheOtherSide(PositiveInt seed)
    {
        var members = TwoSides.Members(seed.Get, 1 + (seed.Get % 5), 20 + (seed.Get % 30), 1 + (seed.Get % 3));

        var plan = AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, Pools.Rules, Pools.WholeWeek, 1);

        var places = members.Where(member => member.Side == PoolSide.First).Sum(member => member.MostMeetings);
        Assert.That(Asked(plan, PoolSide.Second).Count, Is.LessThanOrEqualTo(((3 * places) + 1) / 2));
    }

    [TestCase(1, 8)]
    [TestCase(2, 15)]
    [TestCase(3, 23)]
    public void Plan_FiveMentorsAndManyWhoLookForOne_AsksAllMentorsAndNotTooManyOfTheOthers(int most, int expected)
    {
        var plan = Plan(TwoSides.Plain(5, 200, mostFirst: most));

        Assert.That((Asked(plan, PoolSide.First).Count, Asked(plan, PoolSide.Second).Count), Is.EqualTo((5, expected)));
        Assert.That(
            plan.NotAsked.Select(left => left.Reason), Is.EqualTo(Enumerable.Repeat(NotAskedReason.OtherSideIsSmall, 200 - expected)));
    }

    [Test]
    public void Plan_ManyMentorsAndFewWhoLookForOne_DoesNotAskTooManyMentors() =>
        Assert.That(Asked(Plan(TwoSides.Plain(80, 4, mostFirst: 2)), PoolSide.First), Has.Count.EqualTo(6));

    [Test]
    public void Plan_SidesInBalance_AsksEverybody() => Assert.That(Plan(TwoSides.Plain(10, 15)).NotAsked, Is.Empty);

    [TestCase(0.3)]
    [TestCase(0.6)]
    public void Plan_FarTooFewMentors_AYesOfTheOthersFindsAMentorInAtLeastHalfOfTheCases(double yesChance)
    {
        var plan = Plan(TwoSides.Plain(8, 300, mostFirst: 2));
        var (yeses, met) = (0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var said = Pools.Yeses(seed, plan, yesChance);
            var looking = said.Count(yes => yes.Member.Side == PoolSide.Second);
            yeses += looking;
            met += looking - Settler.Settle(Pools.Week, said, PoolHistory.Empty, new(), 1).LeftOut.Count(
                left => left.Side == PoolSide.Second);
        }

        Assert.That((double)met / yeses, Is.GreaterThan(0.5));
    }

    [Test]
    public void Plan_WeekAfterWeek_AsksEverybodyOnceBeforeAnybodyTwice()
    {
        var members = TwoSides.Plain(4, 60);
        var counts = new Dictionary<string, int>();
        for (var week = 0; week < 10; week++)
        {
            var asked = Asked(AskPlanner.Plan(
                Pools.Week, members, PoolHistory.Empty, new(), Pools.WholeWeek, (ulong)week), PoolSide.Second);
            asked.ForEach(id => counts[id] = counts.GetValueOrDefault(id) + 1);
            members = [.. members.Select(member => member with
            {
                WeeksSinceAsked = asked.Contains(member.Id) ? 1 : member.WeeksSinceAsked + 1,
            })];
        }

        Assert.That((counts.Count, counts.Values.Distinct()), Is.EqualTo((60, new[] { 1 })));
    }

    [Test]
    public void Plan_LeftOutBefore_IsAskedFirstAndNeedDoesNotCount()
    {
        var members = TwoSides.Plain(2, 40);
        members[20] = members[20] with { TurnsLeftOut = 1, WeeksSinceAsked = 1 };
        members[30] = members[30] with { Need = 1000, WeeksSinceAsked = 1 };

        var asked = Asked(Plan(members), PoolSide.Second);

        Assert.That(asked, Does.Contain(members[20].Id).And.Not.Contain(members[30].Id));
    }

    [Test]
    public void Plan_MentorWhoSharesALanguageWithOnlyOne_AsksThatOne()
    {
        var members = TwoSides.Plain(4, 100);
        members[1] = members[1] with { Languages = ["en"] };
        members[77] = members[77] with { Languages = ["nl", "en"], WeeksSinceAsked = 1 };

        Assert.That(Asked(Plan(members), PoolSide.Second), Does.Contain(members[77].Id));
    }

    [Test]
    public void Plan_MembersInAnotherOrder_GivesTheSamePlan()
    {
        var members = TwoSides.Members(3, 6, 60);

        Assert.That(Describe(Plan([.. Enumerable.Reverse(members)])), Is.EqualTo(Describe(Plan(members))));
    }

    private static AskPlan Plan(PoolMember[] members) =>
        AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, new(), Pools.WholeWeek, 1);

    private static List<string> Asked(AskPlan plan, PoolSide side) =>
        [.. plan.Asks.Where(ask => ask.Member.Side == side).Select(ask => ask.Member.Id)];

    private static string Describe(AskPlan plan) => string.Join(
        "; ",
        plan.Asks.Select(ask => $"{ask.Member.Id} {string.Join(' ', ask.Gaps)}")
            .Concat(plan.NotAsked.Select(left => $"{left.Member.Id} {left.Reason}")));
}
