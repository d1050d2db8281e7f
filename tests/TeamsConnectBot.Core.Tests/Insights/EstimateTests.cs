using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

public sealed class EstimateTests
{
    private static readonly Estimate Estimate = new(Enumerable.Range(0, 32).Select(index => (byte)index).ToArray());

    [Test]
    public void Count_TheSamePeopleInAnyOrder_IsAlwaysTheSame() =>
        Assert.That(Estimate.Count(People(0, 60)), Is.EqualTo(Estimate.Count([.. People(0, 60).Reverse()])));

    [Test]
    public void Count_ManySets_IsRightOnAverageAndCloseAsARule()
    {
        var off = Enumerable.Range(0, 4000).Select(set => MidOf(Estimate.Count(People(set * 100, 4500))) - 4500).ToList();

        // In ranges of 1,000 people a count in the middle of one stays in it.
        Assert.That(off, Has.All.InRange(-1000, 1000));
        Assert.That(off.Count(one => Math.Abs(one) < 500), Is.GreaterThan(3990));
    }

    // Differential privacy, counted: whatever is answered about 49 people is about as likely to be answered about them and one more.
    [Test]
    public void Count_OnePersonMore_NoAnswerIsCertainOrMuchLikelier()
    {
        const int Trials = 30_000;
        var without = Enumerable.Range(0, Trials).CountBy(trial => Estimate.Count(People(trial * 100, 49)).Least).ToDictionary();
        var with = Enumerable.Range(0, Trials).CountBy(trial => Estimate.Count([.. People(trial * 100, 49), "target"]).Least).ToDictionary();

        foreach (var answer in without.Keys.Union(with.Keys).Where(answer => without.GetValueOrDefault(answer) + with.GetValueOrDefault(answer) > 400))
        {
            // Beside the factor, four standard deviations of what chance does to such counts.
            var (one, other) = (without.GetValueOrDefault(answer), with.GetValueOrDefault(answer));
            var allowed = Math.Exp(1 / Estimate.Scale) * (1 + (4 / Math.Sqrt(Math.Min(one, other) + 1)));
            Assert.That(Math.Max(one, other), Is.LessThan(Math.Min(one, other) * allowed), $"from {answer}");
        }
    }

    // Somebody who adds one person to a set whose size lies at the edge of a range, again and again with other sets, learns
    // nothing: it tips up about as often as down.
    [Test]
    public void Count_OnePersonMore_TellsNothingAboutThatPerson()
    {
        var (up, down) = (0, 0);
        for (var trial = 0; trial < 2000; trial++)
        {
            var before = Estimate.Count(People(trial * 100, 49)).Least;
            var after = Estimate.Count([.. People(trial * 100, 49), "target"]).Least;
            up += after > before ? 1 : 0;
            down += after < before ? 1 : 0;
        }

        TestContext.Out.WriteLine($"2000 pairs of drafts that differ by one person: {up} tipped up, {down} down");
        Assert.That(up + down, Is.GreaterThan(500));
        Assert.That((double)up / (up + down), Is.InRange(0.45, 0.62));
    }

    [TestCase(0, "0–24")]
    [TestCase(24, "0–24")]
    [TestCase(25, "25–49")]
    [TestCase(400_000, "≥ 100000")]
    public void Range_SaysItsEnds(int count, string says) => Assert.That(CountRange.Of(count).ToString(), Is.EqualTo(says));

    [TestCase(0, "0–10 %")]
    [TestCase(1, "90–100 %")]
    [TestCase(0.35, "30–40 %")]
    public void Share_IsInStepsOfTen(double share, string says) => Assert.That(PercentRange.Of(share).ToString(), Is.EqualTo(says));

    [Test]
    public void Key_TooShort_IsRefused() => Assert.That(() => new Estimate(new byte[8]), Throws.ArgumentException.With.Message.Contains("at least 16"));

    private static int MidOf(CountRange range) => (range.Least + range.Most!.Value) / 2;

    private static string[] People(int first, int count) => [.. Enumerable.Range(first, count).Select(person => $"person-{person}")];
}
