using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Tests.Graph;

internal sealed class AdaptiveLimitTests
{
    [Test]
    public void Limit_WithoutThrottling_GrowsGraduallyToTheMaximum() =>
        Assert.That(After(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Is.EqualTo(new[] { 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4 }));

    [Test]
    public void Limit_WhenThrottled_IsHalvedButNeverZero() =>
        Assert.That(After(0, 0, 0, 0, 0, 0, 2, 1, 1), Is.EqualTo(new[] { 2, 2, 3, 3, 3, 4, 2, 1, 1 }));

    private static List<int> After(params int[] throttles)
    {
        var limit = new AdaptiveLimit(4);
        return [.. throttles.Select(t =>
        {
            limit.Report(t);
            return limit.Current;
        })];
    }
}
