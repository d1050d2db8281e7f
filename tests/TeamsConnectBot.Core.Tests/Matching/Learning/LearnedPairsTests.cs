using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Learning;

public sealed class LearnedPairsTests
{
    private static readonly Slot Gap = new(140, 2);

    [Test]
    public void Settle_MeetingsWithinADepartmentTakePlaceMoreOften_PrefersThem()
    {
        var history = new PoolHistory { Learned = Learned(inside: MemberAnswer.AgainPlease, across: MemberAnswer.DidNotMeet) };

        Assert.Multiple(() =>
        {
            Assert.That(PairsAcross(new PoolHistory(), new()), Is.EqualTo(2));
            Assert.That(PairsAcross(history, new()), Is.Zero);
            Assert.That(PairsAcross(history, new() { Weights = new() { Learned = 0 } }), Is.EqualTo(2));
        });
    }

    [Test]
    public void Settle_AnswersAboutAnotherOffer_HaveNoEffect()
    {
        var history = new PoolHistory { Learned = Learned(inside: MemberAnswer.AgainPlease, across: MemberAnswer.DidNotMeet) };

        Assert.That(PairsAcross(history, new() { Offer = Offer.Lunch }), Is.EqualTo(2));
    }

    // Learned weights change who is paired, not how many meetings there are.
    [Test]
    public void Settle_AnythingLearned_MakesAsManyConnections([Range(1, 25)] int seed)
    {
        var members = Pools.Members(seed, 6 + seed, hoursFree: 14);
        var history = Pools.History(seed, members);
        var yeses = Pools.Yeses(seed, AskPlanner.Plan(Pools.Week, members, history, Pools.Rules, Pools.WholeWeek, 1));
        var learned = history with { Learned = Learned(inside: MemberAnswer.DidNotMeet, across: MemberAnswer.AgainPlease) };

        var groups = Settler.Settle(Pools.Week, yeses, history, Pools.Rules, 1).Groups;
        Assert.That(Settler.Settle(Pools.Week, yeses, learned, Pools.Rules, 1).Groups, Has.Count.EqualTo(groups.Count));
    }

    private static LearnedWeights Learned(MemberAnswer inside, MemberAnswer across) => LearnedWeights.From(
        Enumerable.Range(0, 100).SelectMany(person => new MeetingAnswer[]
        {
            new($"x{person}", new MeetingKind(Offer.Coffee, InPerson: false, AcrossDepartments: false), inside),
            new($"x{person}", new MeetingKind(Offer.Coffee, InPerson: false, AcrossDepartments: true), across),
        }));

    private static int PairsAcross(PoolHistory history, MatchingRules rules)
    {
        var answers = Enumerable.Range(0, 4).Select(index => new PoolMember
        {
            Id = $"p{index}",
            Department = $"department {index % 2}",
            Zone = NodaTime.DateTimeZone.Utc,
            Languages = ["nl"],
            Free = WeekAvailability.FromSlots([Gap]),
        }).Select(member => new Acceptance(member, [Gap]));
        return Settler.Settle(Pools.Week, [.. answers], history, rules, 1).Groups
            .Count(group => group.Members[0].Department != group.Members[1].Department);
    }
}
