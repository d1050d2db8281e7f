using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

public sealed class TallyTests
{
    private readonly Aggregate aggregate = new();

    [TestCase(0, 0)]
    [TestCase(19, 10)]
    [TestCase(40, 9)]
    [TestCase(40, 31)]
    [TestCase(40, 40)]
    public void Ask_TooFewOnOneSide_ShowsNothing(int answered, int agreed) =>
        Assert.That(aggregate.Ask(new Tally(answered, agreed)), Is.Null);

    [Test]
    public void Ask_EnoughOnBothSides_ShowsRanges() =>
        Assert.That(aggregate.Ask(new Tally(40, 30)), Is.EqualTo(new TallyAnswer(PercentRange.Of(0.75), CountRange.Of(40))));

    [Test]
    public void Ask_MoreAgreedThanAnswered_Throws() =>
        Assert.That(() => aggregate.Ask(new Tally(3, 4)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [FsCheck.NUnit.Property]
    public bool Ask_AnyTally_ShowsOnlySidesOfAtLeastTheMinimum(ushort agreed, ushort not)
    {
        var tally = new Tally((agreed % 300) + (not % 300), agreed % 300);
        return aggregate.Ask(tally) is not { } shown
            || (tally.Agreed >= 10
                && tally.Answered - tally.Agreed >= 10
                && shown.Share.Least is >= 0 and < 100
                && shown.Answered.Least <= tally.Answered);
    }
}
