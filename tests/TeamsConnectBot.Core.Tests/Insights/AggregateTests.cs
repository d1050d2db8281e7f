using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

public sealed class AggregateTests
{
    private static readonly LocalDate Monday = new(2026, 1, 12);
    private readonly Aggregate aggregate = new();

    [Test]
    public void Ask_EnoughPeople_PublishesTheCount()
    {
        var answer = aggregate.Ask(Standing(People(0, 40), People(0, 15)), [], Monday);
        Assert.That((answer.Published?.Count, answer.Published?.Of, answer.IsNew), Is.EqualTo((15, 40, true)));
    }

    [TestCase(9, 5, TestName = "Ask_SmallGroup_ShowsNothing")]
    [TestCase(40, 9, TestName = "Ask_FewCounted_ShowsNothing")]
    [TestCase(40, 31, TestName = "Ask_FewLeftOver_ShowsNothing")]
    [TestCase(40, 0, TestName = "Ask_Nobody_ShowsNothing")]
    [TestCase(40, 40, TestName = "Ask_Everybody_ShowsNothing")]
    public void Ask_TooFew(int people, int counted) =>
        Assert.That(aggregate.Ask(Standing(People(0, people), People(0, counted)), [], Monday).Published, Is.Null);

    [Test]
    public void Ask_AgainWithoutChange_ShowsTheSame()
    {
        var first = Publish(Standing(People(0, 40), People(0, 15)));
        Assert.That(
            aggregate.Ask(Standing(People(0, 40), People(0, 15)), [first], Monday.PlusDays(7)),
            Is.EqualTo(new AggregateAnswer(first, false)));
    }

    [Test]
    public void Ask_OneMorePersonCounts_ShowsTheSameAsBefore()
    {
        var first = Publish(Standing(People(0, 40), People(0, 15)));
        Assert.That(
            aggregate.Ask(Standing(People(0, 40), People(0, 16)), [first], Monday.PlusDays(7)),
            Is.EqualTo(new AggregateAnswer(first, false)));
    }

    [Test]
    public void Ask_OnePersonLeftAndOneJoined_ShowsTheSameAsBefore()
    {
        var first = Publish(Standing(People(0, 40), People(0, 15)));
        Assert.That(aggregate.Ask(Standing(People(1, 41), People(1, 15)), [first], Monday.PlusDays(7)).Published, Is.EqualTo(first));
    }

    [Test]
    public void Ask_EnoughPeopleJoined_PublishesANewCount()
    {
        var first = Publish(Standing(People(0, 40), People(0, 15)));
        var second = aggregate.Ask(Standing(People(0, 60), People(0, 15).Union(People(40, 50))), [first], Monday.PlusDays(7));
        Assert.That((second.Published?.Count, second.Published?.Of), Is.EqualTo((25, 60)));
    }

    [Test]
    public void Ask_NewPeriodAfterFewJoined_IsAboutTheSamePeopleAsBefore()
    {
        var first = Publish(Weekly(AggregateView.SaidYes, Monday, People(0, 40), People(0, 15)));
        var next = aggregate.Ask(
            Weekly(AggregateView.SaidYes, Monday.PlusWeeks(1), People(0, 43), People(20, 43)), [first], Monday.PlusWeeks(2));
        Assert.That((next.Published?.Count, next.Published?.Of), Is.EqualTo((20, 40)));
    }

    [Test]
    public void Ask_AudienceDiffersFromAnotherByOnePerson_ShowsNothing()
    {
        var first = Publish(Standing(People(0, 40), People(0, 15)));
        Assert.That(aggregate.Ask(Standing(People(0, 41), People(0, 16)) with { Audience = "other" }, [first], Monday).Published, Is.Null);
    }

    [Test]
    public void Ask_SecondViewDiffersByFewPeople_ShowsNothing()
    {
        var invited = Publish(Weekly(AggregateView.Invited, Monday, People(0, 60), People(0, 30)));
        var yes = aggregate.Ask(Weekly(AggregateView.SaidYes, Monday, People(0, 60), People(0, 28)), [invited], Monday);
        Assert.That(yes.Published, Is.Null);
    }

    [Test]
    public void Ask_NearlyEverybodyInPartOfAnAudienceCounts_ShowsNothing()
    {
        var whole = Publish(Standing(People(0, 60), People(0, 30)));
        Assert.That(aggregate.Ask(Standing(People(0, 40), People(0, 30)) with { Audience = "part" }, [whole], Monday).Published, Is.Null);
    }

    [TestCase(20, 0, 30, 1, TestName = "Ask_BesideACountWithoutNames_OfTheInvited_IsPublished")]
    [TestCase(20, 0, 31, 0, TestName = "Ask_BesideACountWithoutNames_FewOthersLeft_ShowsNothing")]
    [TestCase(20, 60, 30, 1, TestName = "Ask_BesideACountWithoutNames_OfOtherPeople_IsPublished")]
    public void Ask_BesideACountWithoutNames(int without, int first, int met, int published)
    {
        var old = WithoutNames(without);
        var answer = aggregate.Ask(
            Weekly(AggregateView.Met, Monday, People(first, first + 60), People(first, first + met)), [old], Monday);
        Assert.That(answer.Published is null ? 0 : 1, Is.EqualTo(published));
    }

    [TestCase(AggregateView.WithoutGap, "other", 0)]
    [TestCase(AggregateView.WithoutGap, "other", 40)]
    [TestCase(AggregateView.WithoutGap, "pool", 0)]
    [TestCase(AggregateView.AiWeekAlone, "pool", 0)]
    [TestCase(AggregateView.Met, "other", 0)]
    public void Ask_BesideACountWithoutNamesThatMayCountTheSame_ShowsNothing(AggregateView view, string audience, int first)
    {
        var query = Weekly(view, Monday, People(first, first + 60), People(first + 20, first + 45)) with { Audience = audience };
        Assert.That(aggregate.Ask(query, [WithoutNames(20)], Monday).IsNew, Is.False);
    }

    [Test]
    public void Erase_SomebodyWhoCounted_DoesNotChangeTheNextCount()
    {
        var first = Publish(Standing(People(0, 40), People(0, 15))).Erase("p003", "stand-in");
        var after = aggregate.Ask(Standing(People(0, 40).Remove("p003"), People(0, 15).Remove("p003")), [first], Monday.PlusDays(7));
        Assert.That((after.Published?.Count, after.Published?.People.Contains("p003")), Is.EqualTo((15, false)));
    }

    [TestCase(9, 30, null, TestName = "RoundCount_Few_ShowsNothing")]
    [TestCase(31, 40, null, TestName = "RoundCount_NearlyEverybody_ShowsNothing")]
    [TestCase(12, 40, "0–24", TestName = "RoundCount_Enough_IsItsRange")]
    [TestCase(30, 40, "25–49", TestName = "RoundCount_EnoughLeftOver_IsItsRange")]
    public void Ask_RoundCount(int counted, int people, string? told) =>
        Assert.That(aggregate.Ask(new RoundCount(people, counted))?.ToString(), Is.EqualTo(told));

    [TestCase(-1, 40)]
    [TestCase(41, 40)]
    public void Ask_ImpossibleRoundCount_Throws(int counted, int people) =>
        Assert.That(() => aggregate.Ask(new RoundCount(people, counted)), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Aggregate_MinimumBelowFive_Throws() =>
        Assert.That(
            () => new Aggregate(4),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("groupMinimum is 4; it must lie within 5 … 1000."));

    [Test]
    public void Ask_MinimumOfFive_ShowsSmallerGroups() =>
        Assert.That(new Aggregate(5).Ask(Standing(People(0, 12), People(0, 6)), [], Monday).Published?.Count, Is.EqualTo(6));

    private Publication Publish(AggregateQuery query) => aggregate.Ask(query, [], Monday).Published!;

    // 60 people of whom it is not kept who had no slot.
    private static Publication WithoutNames(int counted) =>
        new(AggregateView.WithoutGap, "pool", Monday, People(0, 60), [], Monday) { Unnamed = counted };

    private static AggregateQuery Standing(ImmutableHashSet<string> people, ImmutableHashSet<string> counted) =>
        new(AggregateView.Participants, "pool", null, people, counted);

    private static AggregateQuery Weekly(
        AggregateView view, LocalDate week, ImmutableHashSet<string> people, ImmutableHashSet<string> counted) =>
        new(view, "pool", week, people, counted);

    private static ImmutableHashSet<string> People(int from, int to) =>
        [.. Enumerable.Range(from, to - from).Select(number => $"p{number:000}")];
}
