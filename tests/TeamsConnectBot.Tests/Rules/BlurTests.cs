using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.DryRuns;

namespace TeamsConnectBot.Tests.Rules;

internal sealed class BlurTests
{
    [Test]
    public void GraphCalls_FollowFromTheBlurredNumberOfPeople()
    {
        // With 300 people the managers fit in one batch of requests, and with 301 they do not.
        var months = Enumerable.Range(1, 12).Select(month => new Blur(new Estimate(new byte[32]), "everyone", new LocalDate(2026, month, 1))
            .Round(new RehearsedRound(Audience: 300, Asked: 100, Pairs: 40, Repeats: 0))).ToList();

        Assert.That(months.Select(row => row.Audience), Has.Some.GreaterThan(300).And.Some.LessThanOrEqualTo(300));
        Assert.That(
            months.Select(row => row.GraphCalls), Is.EqualTo(months.Select(row => GraphCost.Of(row.Audience, row.Audience))),
            "another number would tell the exact number of people");
    }
}
