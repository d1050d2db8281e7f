using TeamsConnectBot.Core.HelpRequests;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

public sealed class HelpLoadTests
{
    [Test]
    public void Simulate_AnyShare_AsksNobodyTwiceInAWeek([Values(0.02, 0.1, 0.5, 1)] double share, [Values(30, 200)] int people)
    {
        var load = HelpLoad.Simulate(people, 0.5, share, HelpLoad.UsualYes, 7);

        Assert.That(load.MostInAWeek, Is.EqualTo(1));
        Assert.That(load.Asked, Is.InRange(0.01, 1));
        Assert.That(load.Questions, Is.EqualTo(people * share).Within(people * share * 0.5 + 0.5));
    }

    [Test]
    public void Simulate_NineAskedEach_AnswersWhatChanceAllows_AndFewerWhenEverybodyAsks()
    {
        var few = HelpLoad.Simulate(200, 0.5, 0.02, HelpLoad.UsualYes, 1);
        var many = HelpLoad.Simulate(200, 0.5, 0.5, HelpLoad.UsualYes, 1);

        Assert.That(few.Answered, Is.EqualTo(1 - Math.Pow(0.7, 9)).Within(0.1), "nine people with three in ten each");
        Assert.That(many.Answered, Is.LessThan(few.Answered - 0.3));
    }

    [Test]
    public void Simulate_NobodyWhoHelps_AnswersNothing() =>
        Assert.That(HelpLoad.Simulate(50, 0, 0.2, 1, 1), Is.EqualTo(new HelpLoad(HelpLoad.Simulate(50, 0, 0.2, 1, 1).Questions, 0, 0, 0)));

    [Test]
    public void Simulate_SameSeed_IsTheSame_AndLargeGroupsHaveTheSharesOfSmallerOnes()
    {
        var one = HelpLoad.Simulate(HelpLoad.MostPeople, 0.5, 0.1, 0.3, 3);
        var large = HelpLoad.Simulate(HelpLoad.MostPeople * 10, 0.5, 0.1, 0.3, 3);

        Assert.That(HelpLoad.Simulate(HelpLoad.MostPeople, 0.5, 0.1, 0.3, 3), Is.EqualTo(one));
        Assert.That((large.Answered, large.Asked), Is.EqualTo((one.Answered, one.Asked)));
        Assert.That(large.Questions, Is.EqualTo(one.Questions * 10).Within(0.6));
    }

    [TestCase(0, 0.5, 0.1, 0.3)]
    [TestCase(10, 1.1, 0.1, 0.3)]
    [TestCase(10, 0.5, -0.1, 0.3)]
    [TestCase(10, 0.5, 0.1, double.NaN)]
    public void Simulate_OutOfRange_IsRefused(int people, double helpers, double asks, double yes) =>
        Assert.That(() => HelpLoad.Simulate(people, helpers, asks, yes, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
