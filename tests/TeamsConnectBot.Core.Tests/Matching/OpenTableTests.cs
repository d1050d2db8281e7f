using FsCheck;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Tests.Matching.Simulation;

namespace TeamsConnectBot.Core.Tests.Matching;

public sealed class OpenTableTests
{
    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Settle_AnyAnswers_SeatsNobodyAloneOrTwiceOrWithSomeoneNotAllowed(PositiveInt seed)
    {
        var (plan, yeses, history) = Case(seed.Get);
        var ticked = yeses.ToDictionary(yes => yes.Member.Id, yes => yes.Ticked);

        var settlement = OpenTable.Settle(Pools.Week, plan.Moments, yeses, history, Pools.Rules);

        var seated = settlement.Groups.SelectMany(group => group.Members).Select(member => member.Id).ToList();
        Assert.That(seated, Is.Unique);
        Assert.That(seated.Concat(settlement.LeftOut.Select(left => left.Id)), Is.SupersetOf(ticked.Keys));
        foreach (var group in settlement.Groups)
        {
            Assert.That(group.Members, Has.Length.InRange(2, OpenTable.Seats));
            Assert.That(group.Members.All(member => !ticked.TryGetValue(member.Id, out var slots) || slots.Contains(group.Slot)), Is.True);
            Assert.That(group.Members.All(one => group.Members.All(other => one == other || Pools.MaySit(one, other, history))), Is.True);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Plan_AnyPool_OffersAtMostThreeMomentsEachToPeopleFreeThen(PositiveInt seed)
    {
        var (plan, _, _) = Case(seed.Get);

        Assert.That(plan.Moments, Has.Length.LessThanOrEqualTo(3));
        Assert.That(
            plan.Asks.Asks.All(ask => ask.Gaps.All(gap => ask.Member.Free.IsFree(gap) && plan.Moments.Any(moment => moment.Slot == gap))),
            Is.True);
    }

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public void Settle_HostedMoments_LeavesOutOnlyThoseNobodyMaySitWith(PositiveInt seed)
    {
        var members = new Town(12, seed.Get, online: 1).NextWeek();
        var plan = OpenTable.Plan(Pools.Week, members, [members[3].Id], PoolHistory.Empty, new(), Rounds.Offerable, 1);
        var yeses = Pools.Yeses(seed.Get, plan.Asks, share: 0.15);

        var settlement = OpenTable.Settle(Pools.Week, plan.Moments, yeses, PoolHistory.Empty, new());

        var apart = settlement.LeftOut.Where(left => !Pools.MaySit(left, members[3], PoolHistory.Empty)
            || settlement.Groups.Any(group => group.Members.Any(member => !Pools.MaySit(left, member, PoolHistory.Empty))));
        Assert.That(settlement.LeftOut, Is.EquivalentTo(apart));
    }

    [Test]
    public void Settle_OnlyTheHost_RunsNoTableAndDoesNotCountTheHostAsLeftOut()
    {
        var host = new Town(2, 1, online: 1).NextWeek()[0] with { Free = WeekAvailability.FromSlots([new Slot(240, 8)]) };

        var settlement = OpenTable.Settle(Pools.Week, [new TableMoment(new Slot(242, 2), host)], [], PoolHistory.Empty, new());

        Assert.That((settlement.Groups.Count, settlement.LeftOut.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Settle_SixAtAMomentOfFourSeats_MakesTwoTablesOfThree()
    {
        var slot = new Slot(242, 2);
        var members = Enumerable.Range(0, 6).Select(index => new PoolMember
        {
            Id = $"p{index}",
            Zone = NodaTime.DateTimeZone.Utc,
            Languages = ["nl"],
            Free = WeekAvailability.FromSlots([slot]),
        });

        var yeses = members.Select(member => new Acceptance(member, [slot])).ToList();
        var settlement = OpenTable.Settle(Pools.Week, [new TableMoment(slot, null)], yeses, PoolHistory.Empty, new());

        Assert.That(settlement.Groups.Select(group => group.Members.Length), Is.EqualTo(new[] { 3, 3 }));
    }

    [TestCase(24, true)]
    [TestCase(25, false)]
    public void IsNeeded_NumberOfParticipants_OnlyBelowTwentyFive(int participants, bool needed) =>
        Assert.That(OpenTable.IsNeeded(participants), Is.EqualTo(needed));

    [Test]
    public void TakeIn_PersonLeftOverTickedTheGapOfAGroup_JoinsIt()
    {
        var slot = new Slot(242, 2);
        PoolMember[] members =
        [
            .. Enumerable.Range(0, 4).Select(index => new PoolMember
            {
                Id = $"p{index}", Zone = NodaTime.DateTimeZone.Utc, Languages = ["nl"], Free = WeekAvailability.FromSlots([slot]),
            }),
        ];
        ImmutableArray<Acceptance> yeses = [.. members.Select(member => new Acceptance(member, [slot]))];
        var settled = new Settlement([new SettledGroup([members[0], members[1], members[2]], slot, MeetingPlace.Online)], [members[3]]);

        var widened = OpenTable.TakeIn(Pools.Week, settled, yeses, PoolHistory.Empty, new());

        Assert.That((widened.Groups.Single().Members.Length, widened.LeftOut.Count), Is.EqualTo((4, 0)));
    }

    private static (OpenTablePlan Plan, List<Acceptance> Yeses, PoolHistory History) Case(int seed)
    {
        var members = Pools.Members(seed, 4 + (seed % 20), hoursFree: 14);
        var history = Pools.History(seed, members);
        string[] hosts = seed % 2 == 0 ? [] : [members[0].Id, members[2].Id];
        var plan = OpenTable.Plan(Pools.Week, members, hosts, history, Pools.Rules, Pools.WholeWeek, 1);
        return (plan, Pools.Yeses(seed, plan.Asks), history);
    }
}
