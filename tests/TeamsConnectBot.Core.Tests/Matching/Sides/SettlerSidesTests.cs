using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Sides;

/// <summary>Settling a pool with two sides.</summary>
public sealed class SettlerSidesTests
{
    private static readonly Slot Early = new(132, 2);
    private static readonly Slot Later = new(140, 2);

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Settle_AnyAnswers_MakesOnlyAllowedPairsAcross(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);
        var ticked = yeses.ToDictionary(yes => yes.Member.Id, yes => yes.Ticked);

        foreach (var group in Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).Groups)
        {
            Assert.That(group.Members.Select(member => member.Side).Order(), Is.EqualTo(new[] { PoolSide.First, PoolSide.Second }));
            Assert.That(Pools.MayMeet(group.Members[0], group.Members[1], history, Pools.Rules), Is.True);
            Assert.That(group.Members.All(member => ticked[member.Id].Contains(group.Slot) && member.Free.IsFree(group.Slot)), Is.True);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Settle_AnyAnswers_GivesNobodyTooManyMeetingsOrTwoAtOnceOrTheSamePersonTwice(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);

        var groups = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).Groups;

        Assert.That(groups.Select(group => new PersonPair(group.Members[0].Id, group.Members[1].Id)), Is.Unique);
        foreach (var member in yeses.Select(yes => yes.Member))
        {
            var theirs = groups.Where(group => group.Members.Contains(member)).Select(group => group.Slot).ToList();
            Assert.That(theirs, Has.Count.LessThanOrEqualTo(member.MostMeetings));
            Assert.That(theirs.Zip(theirs.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second)), Is.False);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Settle_AnyAnswers_LeavesOutOnlyWhoeverIsInNoMeetingAndCouldHaveNone(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);
        var ticked = yeses.ToDictionary(yes => yes.Member.Id, yes => yes.Ticked);

        var settlement = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1);

        var meetings = settlement.Groups.SelectMany(group => group.Members.Select(member => (member.Id, group.Slot)))
            .ToLookup(met => met.Id, met => met.Slot);
        Assert.That(
            meetings.Select(person => person.Key).Concat(settlement.LeftOut.Select(member => member.Id)),
            Is.EquivalentTo(yeses.Select(yes => yes.Member.Id)));
        foreach (var left in settlement.LeftOut)
        {
            var missed = yeses.Select(yes => yes.Member).Where(other => other.Side != left.Side
                && meetings[other.Id].Count() < other.MostMeetings && Pools.MayMeet(left, other, history, Pools.Rules)
                && ticked[left.Id].Intersect(ticked[other.Id]).Any(slot =>
                    Pools.FitsBoth(left, other, slot) && !meetings[other.Id].Any(slot.Overlaps)));
            Assert.That(missed, Is.Empty);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public void Settle_AnswersInAnotherOrder_GivesTheSameSettlement(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);

        var one = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 7);
        var other = Settler.Settle(Pools.Week, [.. Enumerable.Reverse(yeses)], history, Pools.Rules, 7);

        Assert.That(Describe(other), Is.EqualTo(Describe(one)));
    }

    [Test]
    public void Settle_MentorWhoWantsTwo_MeetsTwoPeopleAtDifferentTimes()
    {
        var settlement = Settle(TwoSides.Plain(1, 2, mostFirst: 2), Early, Later);

        Assert.That(settlement.Groups.Select(group => group.Slot), Is.EqualTo(new[] { Early, Later }));
        Assert.That(settlement.Groups.Select(group => group.Members[1].Id), Is.EquivalentTo(new[] { "p0001", "p0002" }));
        Assert.That(settlement.LeftOut, Is.Empty);
    }

    [Test]
    public void Settle_MentorWhoWantsTwoButTickedOneTime_MeetsOne()
    {
        var settlement = Settle(TwoSides.Plain(1, 2, mostFirst: 2), Early);

        Assert.That((settlement.Groups.Count, settlement.LeftOut.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Settle_TicksThatOverlap_GiveOneMeeting()
    {
        var settlement = Settle(TwoSides.Plain(1, 2, mostFirst: 2), Early, new Slot(Early.Start + 1, 2));

        Assert.That((settlement.Groups.Count, settlement.LeftOut.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Settle_FewPeopleLookForAMentor_EachMentorGetsOneBeforeAnyGetsTwo([Range(1, 6)] int seed)
    {
        var members = TwoSides.Plain(3, 3, mostFirst: 3);

        var settlement = Settler.Settle(Pools.Week, Yeses(members, Early, Later, new(150, 2)), PoolHistory.Empty, new(), (ulong)seed);

        Assert.That(settlement.LeftOut, Is.Empty);
    }

    [Test]
    public void Settle_TooFewMentors_LeavesOutNobodyWhoWasLeftOutBefore()
    {
        var members = TwoSides.Plain(2, 4);
        members[3] = members[3] with { TurnsLeftOut = 1 };
        members[5] = members[5] with { TurnsLeftOut = 2 };

        Assert.That(Settle(members, Early, Later).LeftOut, Is.EqualTo(new[] { members[2], members[4] }));
    }

    [Test]
    public void Settle_OddOne_JoinsNoPair() =>
        Assert.That(Settle(TwoSides.Plain(1, 2), Early).Groups.Single().Members, Has.Length.EqualTo(2));

    [Test]
    public void Settle_LeaderAndTheirOwnReport_DoNotMeet()
    {
        var members = TwoSides.Plain(1, 1);
        members[1] = members[1] with { ManagerId = members[0].Id };

        Assert.That(Settle(members, Early).LeftOut, Is.EqualTo(members));
    }

    [Test]
    public void Settle_SomebodyWithoutASide_IsLeftOut()
    {
        var members = TwoSides.Plain(1, 2);
        members[2] = members[2] with { Side = null };

        Assert.That(Settle(members, Early, Later).LeftOut, Is.EqualTo(new[] { members[2] }));
    }

    [Test]
    public void Settle_LargePool_UsesEveryPlaceThatCanBeUsed()
    {
        var members = TwoSides.Plain(100, 900, mostFirst: 3);

        var settlement = Settle(members, Early, Later, new(150, 2));

        Assert.That((settlement.Groups.Count, settlement.LeftOut.Count), Is.EqualTo((300, 600)));
    }

    private static Settlement Settle(PoolMember[] members, params Slot[] gaps) =>
        Settler.Settle(Pools.Week, Yeses(members, gaps), PoolHistory.Empty, new(), 1);

    private static List<Acceptance> Yeses(PoolMember[] members, params Slot[] gaps) =>
        [.. members.Select(member => new Acceptance(member, [.. gaps]))];

    private static (List<Acceptance> Yeses, PoolHistory History) Case(int seed)
    {
        var members = TwoSides.Members(seed, 2 + (seed % 7), 2 + (seed % 11), 1 + (seed % 3), 1 + (seed / 3 % 3));
        var history = Pools.History(seed, members);
        return (Pools.Yeses(seed, AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1)), history);
    }

    private static string Describe(Settlement settlement) => string.Join(
        "; ",
        settlement.Groups.Select(group => $"{string.Join('+', group.Members.Select(member => member.Id))} {group.Slot}")
            .Concat(settlement.LeftOut.Select(left => left.Id)));
}
