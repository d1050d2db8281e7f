using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class NeedTests
{
    [Test]
    public void Of_AllFactsAtMaximum_IsTheHighest()
    {
        var most =
            new NeedInput { AiUse = AiUseBand.NearlyEveryDay, TurnsLeftOut = 9, DaysSinceJoining = 3, RemoteDays = 5, AskedForIt = true };
        Assert.That(Need.Of(most, NeedWeights.Default).Score, Is.EqualTo(1000));
    }

    [Test]
    public void Of_MetTodayAndNothingElse_HasOnlyTheUnknownBand()
    {
        var need = Need.Of(new NeedInput { DaysSinceContact = 0 }, NeedWeights.Default);
        Assert.That(need.Facts, Is.EqualTo(new[] { new NeedFact(NeedFactKind.NoAiUseKnown, 0, 80) }));
    }

    [Test]
    public void Of_SeveralFacts_ListsTheLargestFirst()
    {
        var need = Need.Of(new NeedInput { DaysSinceContact = 30, AiUse = AiUseBand.MostDays, TurnsLeftOut = 3 }, NeedWeights.Default);
        Assert.That(need.Facts, Is.EqualTo(new[]
        {
            new NeedFact(NeedFactKind.TurnsLeftOut, 3, 210),
            new NeedFact(NeedFactKind.DaysSinceContact, 30, 150),
            new NeedFact(NeedFactKind.AiUse, (int)AiUseBand.MostDays, 80),
        }));
    }

    [Test]
    public void Of_ContactLongAgo_CountsAsMuchAsNoContact() =>
        Assert.That(Score(new() { DaysSinceContact = 400 }), Is.EqualTo(Score(new() { DaysSinceContact = null })));

    [Test]
    public void Of_NoBand_IsAtLeastThreeOfTheFourBands() =>
        Assert.That(Enum.GetValues<AiUseBand>().Count(band => Score(new() { AiUse = band }) <= Score(new())), Is.EqualTo(3));

    [FsCheck.NUnit.Property]
    public bool Of_AnyInputAndWeights_IsTheCappedSumOfItsFacts(
        int? days, int turns, int? joined, int remote, bool asked, byte contact, byte use)
    {
        var weights = new NeedWeights { Contact = 3 * contact, AiUse = 3 * use };
        var input = new NeedInput
        {
            DaysSinceContact = days, TurnsLeftOut = turns, DaysSinceJoining = joined, RemoteDays = remote, AskedForIt = asked,
        };
        var need = Need.Of(input, weights);
        return need.Score == Math.Min(1000, need.Facts.Sum(fact => fact.Points)) && need.Facts.All(fact => fact.Points > 0);
    }

    [FsCheck.NUnit.Property]
    public bool Of_OneMoreTurnLeftOut_NeverLowersTheScore(byte days, byte turns) =>
        Score(
            new() { DaysSinceContact = days, TurnsLeftOut = turns + 1 }) >= Score(new() { DaysSinceContact = days, TurnsLeftOut = turns });

    [Test]
    public void Weights_OutOfRange_ThrowsWithNameValueAndRange() =>
        Assert.That(
            () => new NeedWeights { AiUse = 2000 },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("AiUse is 2000; it must lie within 0 … 1000."));

    private static int Score(NeedInput input) => Need.Of(input, NeedWeights.Default).Score;
}
