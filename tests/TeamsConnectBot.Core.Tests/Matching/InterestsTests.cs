using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

/// <summary>Topics in common and learning from each other decide who is paired, never whether there is somebody.</summary>
public sealed class InterestsTests
{
    private static readonly string[] Words = ["music", "cooking", "travel", "garden", "chess", "pivot tables"];
    private static readonly Slot Gap = new(140, 2);

    [Test]
    public void Settle_FourPeopleWithTwoTopics_PairsThoseWhoShareOne()
    {
        var settlement = Settle(
            Person("a") with { Topics = ["music"] }, Person("b") with { Topics = ["chess"] }, Person("c") with { Topics = ["chess"] },
            Person("d") with { Topics = ["music"] });

        Assert.That(Pairs(settlement), Is.EquivalentTo(new[] { "a d", "b c" }));
    }

    [Test]
    public void Settle_LearnersAndTellers_ArePairedWithEachOther()
    {
        var settlement = Settle(
            Learner("a", tells: [], learns: ["chess"]), Learner("b", tells: [], learns: ["pivot tables"]),
            Learner("c", tells: ["pivot tables"], learns: []), Learner("d", tells: ["chess"], learns: []));

        Assert.That(Pairs(settlement), Is.EquivalentTo(new[] { "a d", "b c" }));
        Assert.That(settlement.Groups.All(group => group.IsLearning), Is.True);
    }

    [Test]
    public void Settle_TwoWhoBothWantToLearnTheSame_DoNotMeetToLearn()
    {
        var settlement = Settle(Learner("a", tells: [], learns: ["chess"]), Learner("b", tells: [], learns: ["chess"]));

        Assert.That(settlement.Groups.Select(group => group.IsLearning), Is.EqualTo(new[] { false }));
    }

    [Test]
    public void Settle_NobodyCanTell_FallsBackToTheOtherOffersOfBoth()
    {
        var walker = Learner("a", tells: [], learns: ["chess"], Offer.Learning, Offer.Walk);

        Assert.That(Settle(walker, Person("b") with { Offers = [Offer.Walk] }).Groups, Has.Count.EqualTo(1));
        Assert.That(Settle(walker, Person("b") with { Offers = [Offer.Coffee] }).Groups, Is.Empty);
    }

    [Test]
    public void Settle_LearningIsAllTheyChoseAndNobodyCanTell_MeetsForAnything() =>
        Assert.That(
            Settle(Learner("a", tells: [], learns: ["chess"], Offer.Learning), Person("b") with { Offers = [Offer.Coffee] }).Groups
                .Select(group => group.IsLearning),
            Is.EqualTo(new[] { false }));

    [Test]
    public void Settle_NoOtherOfferInCommon_MeetToLearn() =>
        Assert.That(
            Settle(
                Learner("a", tells: [], learns: ["chess"], Offer.Learning, Offer.Walk),
                Learner("b", tells: ["chess"], learns: [], Offer.Learning, Offer.Coffee)).Groups.Single().IsLearning,
            Is.True);

    [Test]
    public void CanLearnWith_SomebodyWhoDidNotChooseLearning_IsFalse()
    {
        var learner = Learner("a", tells: [], learns: ["chess"]);

        Assert.That(learner.CanLearnWith(Learner("b", tells: ["chess"], learns: [], Offer.Coffee)), Is.False);
        Assert.That(learner.CanLearnWith(Learner("b", tells: ["chess"], learns: [], Offer.Coffee, Offer.Learning)), Is.True);
    }

    [Test]
    public void Settle_PrefersAnotherDepartment_WeighsButExcludesNobody()
    {
        var weights = new PairWeights { OtherDepartment = 0, New = 0 };
        var settlement = Settle(
            new MatchingRules { Weights = weights },
            Person("a", "x") with { PrefersOtherDepartment = true }, Person("b", "x"), Person("c", "y"), Person("d", "y"));
        var alone = Settle(Person("a", "x") with { PrefersOtherDepartment = true }, Person("b", "x"));

        Assert.That(
            settlement.Groups.Select(
                group => string.Concat(group.Members.Select(member => member.Department).Order(StringComparer.Ordinal))),
            Is.EqualTo(new[] { "xy", "xy" }));
        Assert.That(alone.Groups, Has.Count.EqualTo(1));
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Settle_AnyTopics_MakeNobodyMeetWhoMayNot(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);

        foreach (var group in Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).Groups)
        {
            var pairs = group.Members.SelectMany((one, index) => group.Members.Skip(index + 1).Select(other => (one, other))).ToList();
            Assert.That(pairs.All(pair => Pools.MayMeet(pair.one, pair.other, history, Pools.Rules)), Is.True);
            Assert.That(pairs.All(pair => Pools.FitsBoth(pair.one, pair.other, group.Slot)), Is.True);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Settle_GroupsThatLearn_AreATellerAndSomebodyWhoWantsToLearnIt(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);

        foreach (var group in Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).Groups.Where(group => group.IsLearning))
        {
            var (one, other) = (group.Members[0], group.Members[1]);
            Assert.That(one.CanTell.Intersect(other.WantsToLearn).Union(other.CanTell.Intersect(one.WantsToLearn)), Is.Not.Empty);
            Assert.That(new[] { one, other }.All(member => member.Offers.IsEmpty || member.Offers.Contains(Offer.Learning)), Is.True);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Settle_TopicsAndWishes_MakeAsManyConnections(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);
        List<Acceptance> without =
            [.. yeses.Select(yes => yes with { Member = yes.Member with { Topics = [], PrefersOtherDepartment = false } })];

        Assert.That(
            Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).LeftOut,
            Has.Count.EqualTo(Settler.Settle(Pools.Week, without, history, Pools.Rules, 1).LeftOut.Count));
    }

    private static (List<Acceptance> Yeses, PoolHistory History) Case(int seed)
    {
        var random = new Random(seed);
        PoolMember[] members = [.. Pools.Members(seed, 4 + (seed % 20), hoursFree: 10).Select(member => member with
        {
            Topics = Some(), CanTell = Some(), WantsToLearn = Some(), PrefersOtherDepartment = random.Next(2) == 0,
            Offers = random.Next(3) == 0 ? member.Offers.Add(Offer.Learning) : member.Offers,
        })];
        var history = Pools.History(seed, members);
        return (Pools.Yeses(seed, AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1)), history);

        ImmutableHashSet<string> Some() => [.. Words.Where(_ => random.Next(4) == 0)];
    }

    private static Settlement Settle(params PoolMember[] members) => Settle(new MatchingRules(), members);

    private static Settlement Settle(MatchingRules rules, params PoolMember[] members) => Settler.Settle(
        Pools.Week, [.. members.Select(member => new Acceptance(member, [Gap]))], PoolHistory.Empty, rules, 1);

    private static IEnumerable<string> Pairs(Settlement settlement) =>
        settlement.Groups.Select(group => string.Join(' ', group.Members.Select(member => member.Id).Order(StringComparer.Ordinal)));

    private static PoolMember Learner(string id, string[] tells, string[] learns, params Offer[] offers) =>
        Person(id) with { CanTell = [.. tells], WantsToLearn = [.. learns], Offers = [.. offers] };

    private static PoolMember Person(string id, string? department = null) => new()
    {
        Id = id, Department = department, Zone = DateTimeZone.Utc, Languages = ["nl"], Free = WeekAvailability.FromSlots([Gap]),
    };
}
