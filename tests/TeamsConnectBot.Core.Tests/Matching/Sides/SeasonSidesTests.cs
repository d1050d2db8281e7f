using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Sides;

/// <summary>Seasons and lunch in a pool with two sides.</summary>
public sealed class SeasonSidesTests
{
    private const int Noon = 96 + 48;
    private static readonly Slot Early = new(132, 2);
    private static readonly Slot Later = new(140, 2);

    [Test]
    public void Settle_MentorInASeason_MeetsSomebodyElseTooWhenTheyWantTwo()
    {
        var members = TwoSides.Plain(1, 3, mostFirst: 2);

        var settlement = Settle(members, InSeason(members, (0, 3)), Early, Later);

        Assert.That(Met(settlement), Has.Count.EqualTo(2).And.Contains("p0000+p0003"));
        Assert.That(settlement.LeftOut, Has.Count.EqualTo(1));
    }

    [Test]
    public void Settle_MentorInASeasonWhoWantsOne_MeetsThatOneEvenIfSomebodyElseWasLeftOutBefore()
    {
        var members = TwoSides.Plain(1, 3);
        members[1] = members[1] with { TurnsLeftOut = 3, Need = 1000 };

        Assert.That(Met(Settle(members, InSeason(members, (0, 3)), Early, Later)), Is.EqualTo(new[] { "p0000+p0003" }));
    }

    [Test]
    public void Settle_MentorInTwoSeasons_MeetsBoth()
    {
        var members = TwoSides.Plain(1, 4, mostFirst: 2);

        var settlement = Settle(members, InSeason(members, (0, 2), (0, 4)), Early, Later);

        Assert.That(Met(settlement), Is.EquivalentTo(new[] { "p0000+p0002", "p0000+p0004" }));
    }

    [Test]
    public void Settle_MentorInMoreSeasonsThanTheyWantMeetings_MeetsAsManyAsTheyWant()
    {
        var members = TwoSides.Plain(1, 3, mostFirst: 2);

        var settlement = Settle(members, InSeason(members, (0, 1), (0, 2), (0, 3)), Early, Later, new Slot(150, 2));

        Assert.That((settlement.Groups.Count, settlement.LeftOut.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public void Settle_ManyPeople_StillFindsTheTwoInASeason()
    {
        var members = TwoSides.Plain(250, 250);

        Assert.That(Met(Settle(members, InSeason(members, (3, 477)), Early, Later)), Does.Contain("p0003+p0477"));
    }

    [Test]
    public void Plan_MentorInTwoSeasons_OffersAGapToShareWithEach()
    {
        var members = TwoSides.Plain(2, 3, mostFirst: 2);
        var history = InSeason(members, (0, 2), (0, 4));

        var gaps = Plan(members, history).Asks.ToDictionary(ask => ask.Member.Id, ask => ask.Gaps);

        Assert.That(gaps["p0000"].Intersect(gaps["p0002"]), Is.Not.Empty);
        Assert.That(gaps["p0000"].Intersect(gaps["p0004"]), Is.Not.Empty);
    }

    [Test]
    public void Plan_SomebodyOfTheLargerSideInASeason_IsAskedNeitherSoonerNorLater()
    {
        // Otherwise an invitation, or none, would tell them what the other answered.
        var members = TwoSides.Plain(4, 60);
        var season = InSeason(members, (0, 63));

        Assert.That(
            Plan(members, season).Asks.Select(ask => ask.Member.Id),
            Is.EqualTo(Plan(members, season with { Seasons = [] }).Asks.Select(ask => ask.Member.Id)));
    }

    [Test]
    public void Settle_OneMentorWantsTwoAndAnotherOne_EachGetsOneFirst([Range(1, 4)] int seed)
    {
        // The one who wants two would be the better company for both.
        var members = TwoSides.Plain(2, 2);
        members[0] = members[0] with { MostMeetings = 2, Department = "a", Need = 1000 };
        members[1] = members[1] with { Department = "b" };
        (members[2], members[3]) = (members[2] with { Department = "b" }, members[3] with { Department = "b" });

        var settlement = Settler.Settle(Pools.Week, Yeses(members, Early, Later), PoolHistory.Empty, new(), (ulong)seed);

        Assert.That(settlement.LeftOut, Is.Empty);
    }

    [TestCase(1, 2)]
    [TestCase(2, 2)]
    [TestCase(4, 3)]
    public void Settle_BothCameForLunch_HaveLunchOfItsOwnLength(int quarters, int expected)
    {
        PoolMember[] members = [.. TwoSides.Plain(1, 1).Select(member => ForLunch(member, [Offer.Lunch]))];
        var rules = new MatchingRules { GapQuarters = quarters };
        var plan = AskPlanner.Plan(Pools.Week, members, PoolHistory.Empty, rules, Pools.WholeWeek, 1);

        var settlement = Settler.Settle(
            Pools.Week, [.. plan.Asks.Select(ask => new Acceptance(ask.Member, ask.Gaps))], PoolHistory.Empty, rules, 1);

        Assert.That(settlement.Groups.Select(group => (group.IsLunch, group.Slot.Length)), Is.EqualTo(new[] { (true, expected) }));
    }

    [Test]
    public void Settle_LunchLongerThanOtherMeetings_DoesNotOverlapOneThatStartsDuringIt()
    {
        var members = TwoSides.Plain(1, 2, mostFirst: 2);
        members[0] = ForLunch(members[0], [Offer.Lunch, Offer.Coffee]) with
        {
            Free = WeekAvailability.FromSlots([new Slot(Noon + 1, 1)]), FreeAtLunch = WeekAvailability.FromSlots([new Slot(Noon, 2)]),
        };
        members[1] = ForLunch(members[1], [Offer.Lunch]);
        members[2] = members[2] with { Offers = [Offer.Coffee] };

        var settlement = Settler.Settle(
            Pools.Week, Yeses(members, new Slot(Noon, 2), new Slot(Noon + 1, 1)), PoolHistory.Empty, new() { GapQuarters = 1 }, 1);

        Assert.That(settlement.Groups, Has.Count.EqualTo(1));
    }

    private static PoolMember ForLunch(PoolMember member, ImmutableHashSet<Offer> offers) => member with
    {
        Offers = offers, FreeAtLunch = WeekAvailability.FromSlots([new Slot(Noon, 6)]),
    };

    private static PoolHistory InSeason(PoolMember[] members, params (int One, int Other)[] pairs)
    {
        ImmutableHashSet<PersonPair> seasons = [.. pairs.Select(pair => new PersonPair(members[pair.One].Id, members[pair.Other].Id))];
        return new PoolHistory { Seasons = seasons, RoundsSinceMet = seasons.ToImmutableDictionary(pair => pair, _ => 1) };
    }

    private static Settlement Settle(PoolMember[] members, PoolHistory history, params Slot[] gaps) =>
        Settler.Settle(Pools.Week, Yeses(members, gaps), history, new(), 1);

    private static AskPlan Plan(PoolMember[] members, PoolHistory history) =>
        AskPlanner.Plan(Pools.Week, members, history, new(), Pools.WholeWeek, 1);

    private static List<Acceptance> Yeses(PoolMember[] members, params Slot[] gaps) =>
        [.. members.Select(member => new Acceptance(member, [.. gaps]))];

    private static List<string> Met(Settlement settlement) =>
        [.. settlement.Groups.Select(group => string.Join('+', group.Members.Select(member => member.Id)))];
}
