using TeamsConnectBot.Core.Rules.Experiments;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class ExperimentTests
{
    // Newcombe, Statistics in Medicine 17 (1998): 81 of 263 in the first paper; 56 of 70 against 48 of 80, method 10, in the second.
    [Test]
    public void Wilson_PublishedExample_IsTheSame()
    {
        var interval = ExperimentComparison.Wilson(81, 263);

        Assert.That((interval.Low, interval.High), Is.EqualTo((0.2553, 0.3662)).Within(0.00005));
    }

    [Test]
    public void Difference_PublishedExample_IsTheSame()
    {
        var comparison = ExperimentComparison.Of(new ExperimentVariant(80, 48), new ExperimentVariant(70, 56));

        Assert.That((comparison.Difference.Low, comparison.Difference.High), Is.EqualTo((0.0524, 0.3339)).Within(0.00005));
        Assert.That(comparison.IsDecided);
    }

    [TestCase(9, 30, 15)]
    [TestCase(30, 30, 9)]
    [TestCase(30, 30, 21)]
    public void Variant_BelowTheGroupMinimumInAnyCount_IsNotLargeEnough(int people, int invitations, int met) =>
        Assert.That(new ExperimentVariant(invitations, met).IsLargeEnough(people, 10), Is.False);

    [Test]
    public void Variant_GroupMinimumInEachCount_IsLargeEnough() => Assert.That(new ExperimentVariant(20, 10).IsLargeEnough(10, 10));

    [FsCheck.NUnit.Property]
    public bool Wilson_AnyShare_IsWithinItsInterval(byte hits, byte more)
    {
        var of = hits + more + 1;
        var (low, high) = (ExperimentComparison.Wilson(hits, of).Low, ExperimentComparison.Wilson(hits, of).High);
        return low >= 0 && high <= 1 && low <= (double)hits / of + 1e-12 && (double)hits / of <= high + 1e-12;
    }

    [Test]
    public void Split_ManyPeople_IsEvenAndDiffersBetweenExperiments()
    {
        var people = Enumerable.Range(0, 10_000).Select(person => $"person-{person}").ToList();

        Assert.That(people.Count(person => ExperimentSplit.IsSecond(1, person)), Is.InRange(4800, 5200));
        Assert.That(
            people.Count(person => ExperimentSplit.IsSecond(1, person) != ExperimentSplit.IsSecond(2, person)), Is.InRange(4800, 5200));
    }
}
