using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>Lunch takes place over lunch time and nothing else takes place in a break that is kept for it.</summary>
public sealed class LunchTests
{
    // Tuesday in UTC: lunch hours 12:00 to 13:30, a break from 12:00 to 13:00.
    private const int Noon = 96 + 48;
    private static readonly Slot Lunch = new(Noon, 2);
    private static readonly Slot AfterTheBreak = new(Noon + 4, 2);
    private static readonly Slot Afternoon = new(Noon + 12, 2);
    private static readonly WeekAvailability LunchHours = WeekAvailability.FromSlots([new Slot(Noon, 6)]);
    private static readonly WeekAvailability Break = WeekAvailability.FromSlots([new Slot(Noon, 4)]);
    private static readonly WeekAvailability Day = WeekAvailability.FromSlots([new Slot(Noon - 12, 32)]);

    [Test]
    public void Plan_OnlyLunchChosen_OffersLunchTimeOnly()
    {
        var plan = Plan([Person("a", [Offer.Lunch]), Person("b", [Offer.Lunch]), Person("c", []), Person("d", [Offer.Coffee])]);

        var gaps = plan.Asks.Where(ask => ask.Member.Offers.SetEquals([Offer.Lunch])).SelectMany(ask => ask.Gaps).ToList();
        Assert.That(gaps, Is.Not.Empty);
        Assert.That(gaps.All(LunchHours.IsFree), string.Join(' ', gaps));
    }

    [Test]
    public void Settle_BothCameForLunch_MeetForLunch()
    {
        var group = Settle(("a", [Offer.Lunch], [Lunch, Afternoon]), ("b", [Offer.Lunch], [Afternoon, Lunch])).Groups.Single();

        Assert.That((group.Slot, group.IsLunch), Is.EqualTo((Lunch, true)));
    }

    [Test]
    public void Settle_BothTickedOnlyTheAfternoon_DoNotMeetForLunch() =>
        Assert.That(Settle(("a", [Offer.Lunch], [Afternoon]), ("b", [Offer.Lunch], [Afternoon])).Groups, Is.Empty);

    [TestCase(new[] { Offer.Coffee }, false)]
    [TestCase(new[] { Offer.Coffee, Offer.Lunch }, true)]
    [TestCase(new Offer[0], true)]
    public void Settle_OneCameForLunchAndTheOtherForCoffee_NeedAnOfferBothAccept(Offer[] other, bool meets)
    {
        var groups = Settle(("a", [Offer.Lunch], [AfterTheBreak]), ("b", other, [AfterTheBreak])).Groups;

        Assert.That(groups.Select(group => group.IsLunch), Is.EqualTo(meets ? new[] { true } : []));
    }

    [Test]
    public void Settle_OnlyLunchInCommon_MeetOverLunchTimeAlthoughBothAreFreeLater()
    {
        var group = Settle(
            ("a", [Offer.Lunch, Offer.Walk], [Afternoon, AfterTheBreak]), ("b", [Offer.Lunch, Offer.Coffee], [Afternoon, AfterTheBreak]))
            .Groups.Single();

        Assert.That((group.Slot, group.IsLunch), Is.EqualTo((AfterTheBreak, true)));
    }

    [Test]
    public void Settle_MoreThanLunchInCommon_IsNotCalledLunch() =>
        Assert.That(
            Settle(("a", [Offer.Lunch, Offer.Coffee], [AfterTheBreak]), ("b", [Offer.Lunch, Offer.Coffee], [AfterTheBreak]))
                .Groups.Single().IsLunch,
            Is.False);

    [TestCase(new[] { Offer.Coffee }, 0)]
    [TestCase(new Offer[0], 0)]
    [TestCase(new[] { Offer.Coffee, Offer.Lunch }, 1)]
    public void Settle_InABreak_OnlyPeopleWhoChoseLunchMeet(Offer[] other, int groups)
    {
        var settlement = Settle(
            [Person("a", [Offer.Lunch], keepsBreak: true), Person("b", other, keepsBreak: true)], _ => [Lunch]);

        Assert.That(settlement.Groups, Has.Count.EqualTo(groups));
        Assert.That(settlement.Groups.All(group => group.IsLunch), Is.True);
    }

    [Test]
    public void Plan_InABreak_OffersNothingToWhoeverDidNotChooseLunch()
    {
        var plan = Plan(
        [
            Person("a", [Offer.Lunch, Offer.Coffee], keepsBreak: true), Person("b", [], keepsBreak: true),
            Person("c", [Offer.Coffee], keepsBreak: true), Person("d", [Offer.Lunch], keepsBreak: true),
        ]);

        Assert.That(
            plan.Asks.Where(ask => !ask.Member.Offers.Contains(Offer.Lunch)).SelectMany(ask => ask.Gaps).Any(gap => Break.IsFree(gap)),
            Is.False);
        Assert.That(plan.Asks.Select(ask => ask.Member.Id), Is.EqualTo(new[] { "a", "b", "c", "d" }));
    }

    [TestCase(1, 2)]
    [TestCase(2, 2)]
    [TestCase(3, 3)]
    [TestCase(4, 3)]
    [TestCase(8, 3)]
    public void Lunch_WhateverTheLengthOfAMeeting_TakesHalfAnHourToThreeQuarters(int quarters, int expected)
    {
        var rules = new MatchingRules { GapQuarters = quarters };
        PoolMember[] members = [Person("a", [Offer.Lunch]), Person("b", [Offer.Lunch])];
        var plan = AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, rules, Pools.WholeWeek, 1);
        var settlement = Settler.Settle(
            Pools.Week, [.. plan.Asks.Select(ask => new Acceptance(ask.Member, ask.Gaps))], PoolHistory.Empty, rules, 1);

        Assert.That(plan.Asks.SelectMany(ask => ask.Gaps).All(gap => gap.Length == expected && LunchHours.IsFree(gap)), Is.True);
        Assert.That(settlement.Groups.Select(group => (group.IsLunch, group.Slot.Length)), Is.EqualTo(new[] { (true, expected) }));
    }

    [Test]
    public void Settle_CameForLunchOrToLearn_CanHaveLunchWhereOtherMeetingsAreShorter()
    {
        var rules = new MatchingRules { GapQuarters = 1 };
        PoolMember[] members =
            [Person("a", [Offer.Lunch, Offer.Learning]) with { WantsToLearn = ["chess"] }, Person("b", [Offer.Lunch])];
        var plan = AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, rules, Pools.WholeWeek, 1);

        var settlement = Settler.Settle(
            Pools.Week, [.. plan.Asks.Select(ask => new Acceptance(ask.Member, ask.Gaps))], PoolHistory.Empty, rules, 1);

        Assert.That(settlement.Groups.Select(group => (group.IsLunch, group.Slot.Length)), Is.EqualTo(new[] { (true, 2) }));
    }

    [Test]
    public void Settle_PeopleInTwoZones_HaveLunchOnlyWhereItIsLunchTimeForBoth()
    {
        var east = Person("b", [Offer.Lunch]) with { FreeAtLunch = WeekAvailability.FromSlots([new Slot(Noon - 4, 6)]) };
        var settlement = Settle([Person("a", [Offer.Lunch]), east], _ => [Lunch, new Slot(Noon - 4, 2), AfterTheBreak]);

        Assert.That(settlement.Groups.Select(group => group.Slot), Is.EqualTo(new[] { Lunch }));
    }

    [Test]
    public void OpenTable_WithSomebodyForLunchOnly_SeatsThemOverLunchTimeOnly()
    {
        PoolMember[] members = [Person("a", [Offer.Lunch]), .. Enumerable.Range(0, 6).Select(index => Person($"p{index}", []))];
        var plan = OpenTable.Plan(Pools.Week, members, ["p0"], PoolHistory.Empty, Pools.Rules, Pools.WholeWeek, 1);
        var offered = plan.Asks.Asks.Single(ask => ask.Member.Id == "a").Gaps;
        Assert.That(offered.All(LunchHours.IsFree), string.Join(' ', offered));

        ImmutableArray<TableMoment> moments = [new TableMoment(Afternoon, null), new TableMoment(AfterTheBreak, null)];
        var settlement = OpenTable.Settle(
            Pools.Week, moments, [.. members.Take(3).Select(member => new Acceptance(member, [Afternoon, AfterTheBreak]))],
            PoolHistory.Empty, Pools.Rules);
        Assert.That(settlement.Groups.Select(group => (group.Slot, group.IsLunch)), Is.EqualTo(new[] { (AfterTheBreak, true) }));
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void PlanAndSettle_AnyPool_HaveLunchOnlyOverLunchTimeAndNothingElseInTheBreak(PositiveInt seed)
    {
        var (members, history) = Case(seed.Get);
        var plan = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1);
        Assert.That(plan.Asks.All(ask => ask.Gaps.All(gap => Pools.Suits(ask.Member, gap))), Is.True);

        foreach (var group in Settler.Settle(Pools.Week, Pools.Yeses(seed.Get, plan), history, Pools.Rules, 1).Groups)
        {
            var pairs = group.Members.SelectMany((one, index) => group.Members.Skip(index + 1).Select(other => (one, other)));
            Assert.That(
                pairs.All(pair => group.IsLunch
                    ? Pools.ForLunch(pair.one, pair.other, group.Slot) : Pools.ForAnythingElse(pair.one, pair.other, group.Slot)),
                Is.True);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Tables_AnyPool_HaveLunchOnlyOverLunchTimeAndNothingElseInTheBreak(PositiveInt seed)
    {
        var (members, history) = Case(seed.Get);
        var plan = OpenTable.Plan(Pools.Week, members, [], history, Pools.Rules, Pools.WholeWeek, 1);
        var yeses = Pools.Yeses(seed.Get, plan.Asks);

        var tables = OpenTable.Settle(Pools.Week, plan.Moments, yeses, history, Pools.Rules).Groups;
        var taken = OpenTable.TakeIn(
            Pools.Week, Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1), yeses, history, Pools.Rules).Groups;
        foreach (var group in tables.Concat(taken))
        {
            var pairs = group.Members.SelectMany((one, index) => group.Members.Skip(index + 1).Select(other => (one, other)));
            Assert.That(
                pairs.All(pair => group.IsLunch
                    ? Pools.ForLunch(pair.one, pair.other, group.Slot) : Pools.ForAnythingElse(pair.one, pair.other, group.Slot)),
                Is.True);
        }
    }

    // Half of the pool chose lunch, for half of those with something else; lunch time is a break for everybody.
    private static (PoolMember[] Members, PoolHistory History) Case(int seed)
    {
        var random = new Random(seed);
        PoolMember[] members = [.. Pools.Members(seed, 4 + (seed % 14), hoursFree: 12).Select(Chooses)];
        return (members, Pools.History(seed, members));

        PoolMember Chooses(PoolMember member)
        {
            var lunch = LunchTime.In(Pools.Week, member.Zone, LunchTime.Usual);
            var hasBreak = seed % 2 == 0;
            return member with
            {
                Offers = random.Next(4) switch
                {
                    0 => [Offer.Lunch], 1 => [Offer.Lunch, random.Next(2) == 0 ? Offer.Coffee : Offer.Walk], 2 => [Offer.Coffee], _ => [],
                },
                Free = hasBreak ? member.Free.Without(lunch) : member.Free, FreeAtLunch = lunch,
            };
        }
    }

    private static AskPlan Plan(PoolMember[] members) =>
        AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, Pools.Rules, Pools.WholeWeek, 1);

    private static Settlement Settle(params (string Id, Offer[] Offers, Slot[] Ticked)[] answers)
    {
        var ticked = answers.ToDictionary(answer => answer.Id, answer => answer.Ticked);
        return Settle([.. answers.Select(answer => Person(answer.Id, answer.Offers))], member => ticked[member.Id]);
    }

    private static Settlement Settle(PoolMember[] members, Func<PoolMember, Slot[]> ticked) => Settler.Settle(
        Pools.Week, [.. members.Select(member => new Acceptance(member, [.. ticked(member)]))], PoolHistory.Empty, Pools.Rules, 1);

    private static PoolMember Person(string id, Offer[] offers, bool keepsBreak = false) => new()
    {
        Id = id, Zone = DateTimeZone.Utc, Languages = ["nl"], Offers = [.. offers],
        Free = keepsBreak ? Day.Without(Break) : Day, FreeAtLunch = keepsBreak ? Break : LunchHours,
    };
}
