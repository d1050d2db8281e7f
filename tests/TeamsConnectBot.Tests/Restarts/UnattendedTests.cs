using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Unattended;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>Unattended runs of weeks: the same seed gives the same outcome, and erratic people break nothing.</summary>
internal sealed class UnattendedTests
{
    private static readonly SandboxRun TwoWeeks = new() { People = 30, Days = 14, Start = new DateOnly(2026, 3, 2), Seed = 7 };

    [Test]
    public async Task Run_SameSeed_GivesTheSameReport()
    {
        var first = await UnattendedRun.MeasureAsync(TwoWeeks, TextWriter.Null, CancellationToken.None);
        var second = await UnattendedRun.MeasureAsync(TwoWeeks, TextWriter.Null, CancellationToken.None);

        Assert.That(first.IsSound, Is.True, first.ToString());
        Assert.That(first.Connections, Is.Positive);
        Assert.That(
            second with { GraphRequests = first.GraphRequests, Seconds = first.Seconds, PeakMiB = first.PeakMiB }, Is.EqualTo(first));
    }

    [Test]
    public async Task Run_MessyPeople_IsSound()
    {
        var report = await UnattendedRun.MeasureAsync(TwoWeeks with { Messy = true }, TextWriter.Null, CancellationToken.None);

        Assert.That(report.IsSound, Is.True, report.ToString());
        Assert.That(report.Met, Is.Positive);
    }
}
