using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

public sealed class EstimateTests
{
    private static readonly Estimate Estimate = new(Enumerable.Range(0, 32).Select(index => (byte)index).ToArray());

    [Test]
    public void Count_TheSamePeopleInAnyOrder_IsAlwaysTheSame() =>
        Assert.That(Estimate.Count(People(0, 60)), Is.EqualTo(Estimate.Count([.. People(0, 60).Reverse()])));

    [FsCheck.NUnit.Property]
    public bool Count_AnySet_IsNoFurtherOffThanTheBlur(ushort size)
    {
        var range = Estimate.Count(People(0, size % 2000));
        return range.Least <= (size % 2000) + Estimate.Blur && (range.Most is not { } most || most >= (size % 2000) - Estimate.Blur);
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

    private static string[] People(int first, int count) => [.. Enumerable.Range(first, count).Select(person => $"person-{person}")];
}
