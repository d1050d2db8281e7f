using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching;

public sealed class SettlerTests
{
    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Settle_AnyAnswers_PutsEveryYesInOneGroupOrLeavesItOut(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);

        var settlement = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1);

        Assert.That(
            settlement.Groups.SelectMany(group => group.Members).Concat(settlement.LeftOut).Select(member => member.Id),
            Is.EquivalentTo(yeses.Select(yes => yes.Member.Id)));
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Settle_AnyAnswers_MatchesOnlyAllowedPeopleInGapsAllTicked(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);
        var ticked = yeses.ToDictionary(yes => yes.Member.Id, yes => yes.Ticked);

        foreach (var group in Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).Groups)
        {
            Assert.That(group.Members, Has.Length.InRange(2, 3));
            Assert.That(group.Members.All(member => ticked[member.Id].Contains(group.Slot) && member.Free.IsFree(group.Slot)), Is.True);
            Assert.That(group.Place, Is.EqualTo(PlaceChoice.For(Pools.Week, group.Slot, group.Members)));
            Assert.That(PairsOf(group).All(pair => Pools.MayMeet(pair.One, pair.Other, history, Pools.Rules)), Is.True);
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

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public void Settle_AnyAnswers_LeavesNoTwoOutWhoCouldHaveMet(PositiveInt seed)
    {
        var (yeses, history) = Case(seed.Get);
        var ticked = yeses.ToDictionary(yes => yes.Member.Id, yes => yes.Ticked);
        var left = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).LeftOut;

        var missed = left.SelectMany((one, index) => left.Skip(index + 1).Where(other =>
            Pools.MayMeet(one, other, history, Pools.Rules)
            && ticked[one.Id].Intersect(ticked[other.Id]).Any(slot => Pools.FitsBoth(one, other, slot))));

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void Settle_ThreeWhoTickedTheSameGap_MakesATrio()
    {
        var gap = new Slot(140, 2);
        var members = Plain(3);

        var settlement = Settler.Settle(Pools.Week, Yeses(members, gap), PoolHistory.Empty, new(), 1);

        Assert.Multiple(() =>
        {
            Assert.That(settlement.Groups.Single().Members, Is.EqualTo(members));
            Assert.That(settlement.LeftOut, Is.Empty);
        });
    }

    [Test]
    public void Settle_OneOfThreeMayNotMeetAnother_MakesNoTrio()
    {
        var gap = new Slot(140, 2);
        var members = Plain(3);
        var history = PoolHistory.Empty with { DoNotMatch = [new PersonPair(members[0].Id, members[2].Id)] };

        var settlement = Settler.Settle(Pools.Week, Yeses(members, gap), history, new(), 1);

        Assert.Multiple(() =>
        {
            Assert.That(settlement.Groups.Single().Members, Has.Length.EqualTo(2));
            Assert.That(settlement.LeftOut, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Settle_NotEverybodyFits_GivesPrecedenceToThoseLeftOutBefore()
    {
        var gap = new Slot(140, 2);
        var members = Plain(3);
        members[2] = members[2] with { TurnsLeftOut = 1 };
        var history = PoolHistory.Empty with { DoNotMatch = [new PersonPair(members[0].Id, members[2].Id)] };

        var settlement = Settler.Settle(Pools.Week, Yeses(members, gap), history, new(), 1);

        Assert.That(settlement.LeftOut, Is.EqualTo(new[] { members[0] }));
    }

    [Test]
    public void Settle_TickedGapNoLongerFree_LeavesBothOut()
    {
        var gap = new Slot(140, 2);
        var members = Plain(2);
        members[0] = members[0] with { Free = WeekAvailability.None };

        var settlement = Settler.Settle(Pools.Week, Yeses(members, gap), PoolHistory.Empty, new(), 1);

        Assert.That(settlement.LeftOut, Is.EqualTo(members));
    }

    [Test]
    public void Settle_SamePersonTwice_Throws()
    {
        var yes = new Acceptance(Plain(1)[0], [new Slot(140, 2)]);

        Assert.That(() => Settler.Settle(Pools.Week, [yes, yes], PoolHistory.Empty, new(), 1), Throws.ArgumentException);
    }

    private static PoolMember[] Plain(int count) =>
    [
        .. Enumerable.Range(0, count).Select(index => new PoolMember
        {
            Id = $"p{index}",
            Zone = NodaTime.DateTimeZone.Utc,
            Languages = ["nl"],
            Free = WeekAvailability.FromSlots([new Slot(130, 30)]),
        }),
    ];

    private static List<Acceptance> Yeses(PoolMember[] members, Slot gap) => [.. members.Select(member => new Acceptance(member, [gap]))];

    private static (List<Acceptance> Yeses, PoolHistory History) Case(int seed)
    {
        var members = Pools.Members(seed, 6 + (seed % 24), hoursFree: 14);
        var history = Pools.History(seed, members);
        return (Pools.Yeses(seed, AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1)), history);
    }

    private static IEnumerable<(PoolMember One, PoolMember Other)> PairsOf(SettledGroup group) =>
        group.Members.SelectMany((one, index) => group.Members.Skip(index + 1).Select(other => (one, other)));

    private static string Describe(Settlement settlement) => string.Join(
        "; ",
        settlement.Groups
            .Select(group => $"{string.Join('+', group.Members.Select(member => member.Id))} {group.Slot} {group.Place.Office}")
            .Concat(settlement.LeftOut.Select(left => left.Id)));
}
