using System.Globalization;
using TeamsConnectBot.Sandbox.CrashTests;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Faults;

/// <summary>A percentage of all requests fails throughout a round, yet people get the same messages as without faults.</summary>
internal sealed class RandomFaultTests
{
    // Retry delays are short to keep the tests fast. Timeouts are not: on a busy machine short ones would be faults of their own.
    private static readonly Dictionary<string, string> ShortDelays = new()
    {
        ["Bot:Connector:RetryDelay"] = "00:00:00.005",
        ["Graph:RetryDelay"] = "00:00:00.005",
    };

    private static readonly Lazy<Task<CrashTestResult>> GoodDay = new(() => Scenario().RunAsync(CancellationToken.None));

    [Test]
    public async Task Round_WithRequestsRefused_ReachesEverybodyOnce([Values(429, 503)] int status, [Values(1, 5, 20)] int percent)
    {
        var verdict = await VerdictAsync(
            Fault("/teams/*", percent) with { Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = "0.02" } },
            Fault("/v1.0/*", percent) with { Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = "0.02" } });

        Assert.That(verdict, Is.EqualTo(new Verdict(0, 0, 0)));
    }

    [Test]
    public async Task Round_WithLostResponses_LosesAndDuplicatesNothingExceptInDoubt([Values(1, 5, 20)] int percent)
    {
        // The request takes effect but the response is lost: the worst kind of timeout.
        var verdict = await VerdictAsync(
            Fault("/teams/*", percent) with { Abort = true, AfterHandling = true },
            Fault("/v1.0/*", percent) with { Abort = true, AfterHandling = true });

        Assert.That((verdict.Lost, verdict.Doubled), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Round_WithUnansweredRequests_LosesAndDuplicatesNothingExceptInDoubt([Values(1, 5, 20)] int percent)
    {
        var verdict = await VerdictAsync(
            new Dictionary<string, string> { ["Bot:Connector:RequestTimeout"] = "00:00:00.500" },
            Fault("/teams/*", percent) with { Until = FaultRule.Never });

        Assert.That((verdict.Lost, verdict.Doubled), Is.EqualTo((0, 0)));
    }

    private static Task<Verdict> VerdictAsync(params FaultRule[] faults) => VerdictAsync([], faults);

    private static async Task<Verdict> VerdictAsync(Dictionary<string, string> settings, params FaultRule[] faults)
    {
        var expected = await GoodDay.Value;
        var seen = await Scenario(settings).RunWithFaultsAsync(faults, CancellationToken.None);
        var verdict = Verdict.Of(expected, seen);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{verdict}, {seen.Requests} requests where {expected.Requests} do, {seen.Failed} failed"));
        foreach (var difference in Verdict.Differences(expected, seen).Concat(seen.InDoubt.Select(doubt => doubt.ToString())))
        {
            TestContext.Out.WriteLine(difference);
        }

        Assert.That(seen.Failed, Is.Positive, "without a failed request this proves nothing");
        return verdict;
    }

    // With this seed even 1 % affects the thirteenth request of each kind.
    private static FaultRule Fault(string path, int percent) => new() { Path = path, Share = percent / 100.0, Seed = 10 };

    private static CrashTest Scenario(params IEnumerable<KeyValuePair<string, string>> settings) =>
        new(server: null) { People = 6, ExtraSettings = new Dictionary<string, string>(ShortDelays.Concat(settings)) };
}
