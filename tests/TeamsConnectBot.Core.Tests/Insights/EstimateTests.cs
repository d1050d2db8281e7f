using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

public sealed class EstimateTests
{
    private static readonly Estimate Estimate = Make();

    [Test]
    public void Blur_SameQuestionAndKey_IsAlwaysTheSame() => Assert.That(Make().Blur(60, "who"), Is.EqualTo(Estimate.Blur(60, "who")));

    [Test]
    public void Blur_ManyQuestions_IsRightOnAverageAndUsuallyClose()
    {
        var off = Enumerable.Range(0, 20_000).Select(question => Estimate.Blur(4500, $"{question}") - 4500).ToList();

        Assert.That(off.Average(), Is.InRange(-0.3, 0.3));
        Assert.That(off.Count(one => Math.Abs(one) <= 18), Is.InRange(0.93 * off.Count, 0.97 * off.Count));
    }

    [Test]
    public void Blur_SmallCount_IsNeverNegative() =>
        Assert.That(Enumerable.Range(0, 1000).Select(question => Estimate.Blur(0, $"{question}")), Has.All.AtLeast(0).And.Some.Positive);

    // Differential privacy, measured: any answer about 49 people is about as likely as an answer about them and one more.
    [Test]
    public void Blur_OnePersonMore_NoAnswerIsCertainOrMuchMoreLikely()
    {
        const int Trials = 60_000;
        var without = Enumerable.Range(0, Trials).CountBy(trial => Estimate.Blur(49, $"{trial}")).ToDictionary();
        var with = Enumerable.Range(0, Trials).CountBy(trial => Estimate.Blur(50, $"{trial} with one more")).ToDictionary();

        var compared = 0;
        foreach (var answer in without.Keys.Union(with.Keys))
        {
            var (one, other) = (without.GetValueOrDefault(answer), with.GetValueOrDefault(answer));
            if (one + other <= 400)
            {
                continue;
            }

            // The largest ratio that the noise allows, plus four standard deviations of sampling error.
            var allowed = Math.Exp(1 / Estimate.Scale) * (1 + (4 / Math.Sqrt(Math.Min(one, other) + 1)));
            Assert.That(Math.Max(one, other), Is.LessThan(Math.Min(one, other) * allowed), $"{answer}");
            compared++;
        }

        Assert.That(compared, Is.GreaterThan(20));
    }

    // If both had the same noise, different answers would prove that somebody is in only one of the two sets.
    [Test]
    public void Blur_TwoQuestionsAboutTheSamePeople_DifferAsOftenAsTwoThatDifferByOnePerson()
    {
        const int Trials = 20_000;
        var same = Enumerable.Range(0, Trials).Count(trial => Estimate.Blur(50, $"{trial} one") == Estimate.Blur(50, $"{trial} other"));
        var oneMore = Enumerable.Range(0, Trials).Count(trial => Estimate.Blur(50, $"{trial} one") == Estimate.Blur(51, $"{trial} other"));

        Assert.That(same, Is.InRange(Trials / 100, Trials / 10));
        Assert.That((double)same / oneMore, Is.InRange(Math.Exp(-1 / Estimate.Scale), Math.Exp(1 / Estimate.Scale)));
    }

    [TestCase(0, "0–24")]
    [TestCase(24, "0–24")]
    [TestCase(25, "25–49")]
    [TestCase(400_000, "≥ 100000")]
    public void CountRange_AnyCount_ShowsItsEnds(int count, string says) => Assert.That(CountRange.Of(count).ToString(), Is.EqualTo(says));

    [TestCase(0, "0–10 %")]
    [TestCase(1, "90–100 %")]
    [TestCase(0.35, "30–40 %")]
    public void PercentRange_AnyShare_IsInStepsOfTen(double share, string says) =>
        Assert.That(PercentRange.Of(share).ToString(), Is.EqualTo(says));

    [Test]
    public void Key_TooShort_Throws() =>
        Assert.That(() => new Estimate(new byte[8]), Throws.ArgumentException.With.Message.Contains("at least 16"));

    private static Estimate Make() => new(Enumerable.Range(0, 32).Select(index => (byte)index).ToArray());
}
