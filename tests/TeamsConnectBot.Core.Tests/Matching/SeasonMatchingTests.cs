using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>Two people in a season who met recently: they are offered shared gaps, and meet when both say yes to one of them.</summary>
public sealed class SeasonMatchingTests
{
    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Plan_PairInASeason_IsOfferedGapsTheyShareAndOthersAreNotInvitedInVain(PositiveInt seed)
    {
        var (members, history, pair) = Case(seed.Get);

        var asks = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1).Asks;

        var (one, other) = (asks.Single(ask => ask.Member.Id == pair.First), asks.Single(ask => ask.Member.Id == pair.Second));
        Assert.That(one.Gaps.Intersect(other.Gaps).Any(gap => Pools.FitsBoth(one.Member, other.Member, gap)), Is.True);
        Assert.That(asks.Select(ask => ask.Gaps.Length), Is.All.InRange(1, 3));
        Assert.That(
            asks.Where(ask => !asks.Any(second => second != ask
                && MayMeet(ask.Member.Id, second.Member.Id, members, history, pair)
                && ask.Gaps.Intersect(second.Gaps).Any(gap => Pools.FitsBoth(ask.Member, second.Member, gap)))),
            Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Settle_BothSayYesToASharedGap_MeetEachOtherAloneDespiteTheRepeatWindow(PositiveInt seed)
    {
        var (members, history, pair) = Case(seed.Get);
        var plan = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1);
        List<Acceptance> yeses = [.. plan.Asks.Select(ask => new Acceptance(ask.Member, ask.Gaps))];

        var settlement = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1);

        Assert.That(
            settlement.Groups.Select(group => group.Members.Select(member => member.Id)),
            Has.Some.EquivalentTo(new[] { pair.First, pair.Second }));
        Assert.That(
            settlement.Groups.SelectMany(group => group.Members).Concat(settlement.LeftOut).Select(member => member.Id),
            Is.EquivalentTo(yeses.Select(yes => yes.Member.Id)));
        Assert.That(
            settlement.Groups.Select(group => group.Slot.Start), Is.Ordered, "groups are listed in chronological order");
    }

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Settle_OnlyOneOfThemSaysYes_IsMatchedLikeEverybodyElse(PositiveInt seed)
    {
        var (members, history, pair) = Case(seed.Get);
        var plan = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1);
        List<Acceptance> yeses =
            [.. plan.Asks.Where(ask => ask.Member.Id != pair.Second).Select(ask => new Acceptance(ask.Member, ask.Gaps))];

        var inSeason = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1);
        var withoutSeason = Settler.Settle(Pools.Week, yeses, history with { Seasons = [] }, Pools.Rules, 1);

        Assert.That(Describe(inSeason), Is.EqualTo(Describe(withoutSeason)));
    }

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Settle_OneWouldRatherNotMeetTheOther_OverridesTheSeason(PositiveInt seed)
    {
        var (members, history, pair) = Case(seed.Get);
        var plan = AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1);
        List<Acceptance> yeses = [.. plan.Asks.Select(ask => new Acceptance(ask.Member, ask.Gaps))];

        var settlement = Settler.Settle(Pools.Week, yeses, history with { DoNotMatch = history.DoNotMatch.Add(pair) }, Pools.Rules, 1);

        Assert.That(
            settlement.Groups.Where(group => group.Members.Count(member => member.Id == pair.First || member.Id == pair.Second) == 2),
            Is.Empty);
    }

    [TestCase(Offer.Lunch)]
    [TestCase(Offer.Learning)]
    [TestCase(Offer.Walk)]
    public void Settle_PairInASeason_MeetsForWhatBothCameFor(Offer offer)
    {
        var noon = WeekAvailability.FromSlots([new Slot(48, 6)]);
        PoolMember Person(string id) => new()
        {
            Id = id, Zone = DateTimeZone.Utc, Languages = ["nl"], Free = WeekAvailability.FromSlots([new Slot(36, 32)]), FreeAtLunch = noon,
        };
        PoolMember[] members =
        [
            Person("a") with { Offers = [offer], CanTell = ["chess"] },
            Person("b") with { Offers = [offer], WantsToLearn = ["chess"] },
            Person("c") with { TurnsLeftOut = 3 },
        ];
        var pair = new PersonPair("a", "b");
        var history = new PoolHistory
        {
            Seasons = [pair], RoundsSinceMet = ImmutableDictionary<PersonPair, int>.Empty.Add(pair, 1),
        };

        var settlement = Settler.Settle(
            Pools.Week, [.. members.Select(member => new Acceptance(member, [new Slot(48, 2), new Slot(60, 2)]))], history, Pools.Rules, 1);

        var group = settlement.Groups.Single();
        Assert.That(group.Members.Select(member => member.Id), Is.EqualTo(new[] { "a", "b" }));
        Assert.That((group.IsLunch, group.IsLearning), Is.EqualTo((offer == Offer.Lunch, offer == Offer.Learning)));
    }

    // The first pair of the pool that could meet, as if they had met in the round before.
    private static (PoolMember[] Members, PoolHistory History, PersonPair Pair) Case(int seed)
    {
        while (true)
        {
            var members = Pools.Members(seed, 6 + (seed % 30));
            var history = Pools.History(seed, members);
            foreach (var one in members)
            {
                if (members.FirstOrDefault(other => other != one && Pools.CanMeet(one, other, history, Pools.Rules)) is { } other)
                {
                    var pair = new PersonPair(one.Id, other.Id);
                    return (members, history with { RoundsSinceMet = history.RoundsSinceMet.SetItem(pair, 1), Seasons = [pair] }, pair);
                }
            }

            seed++;
        }
    }

    private static bool MayMeet(string one, string other, PoolMember[] members, PoolHistory history, PersonPair season) =>
        new PersonPair(one, other) == season
        || Pools.MayMeet(members.Single(member => member.Id == one), members.Single(member => member.Id == other), history, Pools.Rules);

    private static string Describe(Settlement settlement) => string.Join(
        '\n', settlement.Groups.Select(group => $"{group.Slot} {string.Join(' ', group.Members.Select(member => member.Id))}"));
}
