using System.Globalization;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>Two processes of the service on one PostgreSQL database.</summary>
internal sealed partial class ClusterTests
{
    private const int People = 30;

    // Long enough for any step, however busy the machine is.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    [Test]
    public async Task Round_DueOnBothProcesses_InvitesEverybodyOnce_AndTheLimitIsDividedAmongThem()
    {
        await using var cluster = await Cluster.StartAsync(People);
        var all = await cluster.UntilAsync(() => cluster.Invited == People, Timeout);
        var both = await cluster.UntilAsync(() => SharedLast(cluster.First) == 2 && SharedLast(cluster.Second) == 2, Timeout);
        await cluster.First.StopAsync();
        var alone = await cluster.UntilAsync(() => SharedLast(cluster.Second) == 1, Timeout);

        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.First.Log}\n{cluster.Second.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
        Assert.That(both, Is.Not.Null, () => $"the limit was not halved\n{cluster.First.Log}\n{cluster.Second.Log}");
        Assert.That(alone, Is.Not.Null, () => $"the limit stayed halved\n{cluster.Second.Log}");
    }

    [Test]
    public async Task Round_WithClocks30SecondsApart_InvitesEverybodyOnce()
    {
        await using var cluster = await Cluster.StartAsync(People, skew: TimeSpan.FromSeconds(30));
        var all = await cluster.UntilAsync(() => cluster.Invited == People, Timeout);

        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.First.Log}\n{cluster.Second.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
        Assert.That(cluster.Second.Log, Does.Contain("Clock skew"));
        Assert.That(cluster.First.Log, Does.Not.Contain("Clock skew"));
    }

    [Test]
    public async Task Process_Killed_OtherTakesOverWithin30Seconds()
    {
        var released = new TaskCompletionSource();
        await using var cluster = await Cluster.StartAsync(People, manualClocks: true, fault: HoldFrom(7, released.Task));
        await cluster.UntilAsync(() => cluster.Invited >= 6, Timeout, () => cluster.AdvanceAsync(TimeSpan.FromSeconds(1)));
        var before = cluster.Invited;
        cluster.First.Kill();
        released.SetResult();

        // Exactly 30 seconds pass on the service's clock; how long that takes in real time does not matter.
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(30));
        var recovered = await cluster.UntilAsync(() => cluster.Invited >= People - 2, Timeout);

        // Each process sends two messages at a time, and an invitation in doubt is not sent again.
        Assert.That(before, Is.LessThan(People - 2), "something must be left to take over");
        Assert.That(recovered, Is.Not.Null, () => $"{before} were invited before, {cluster.Invited} after 30 s\n{cluster.Second.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Database_TemporarilyDown_EverybodyIsStillInvitedOnce()
    {
        using var server = PostgresCluster.TryStart();
        if (server is null)
        {
            Requirement.Skip(PostgresServer.Skipped, PostgresCluster.HowTo);
        }

        await using var cluster = await Cluster.StartAsync(People, database: server!.Connect("gone"));
        await cluster.UntilAsync(() => cluster.Invited >= 6, Timeout);
        server.Stop();
        await cluster.UntilAsync(() => HasNoticedOutage(cluster.First) && HasNoticedOutage(cluster.Second), Timeout);
        var before = cluster.Invited;
        server.Start();

        var all = await cluster.UntilAsync(() => cluster.Invited == People, Timeout);

        Assert.That(before, Is.LessThan(People));
        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.First.Log}\n{cluster.Second.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Process_Stopped_EndsWithin20SecondsAndLeavesNothingInDoubt()
    {
        var released = new TaskCompletionSource();
        await using var cluster = await Cluster.StartAsync(People, fault: HoldFrom(5, released.Task));
        await cluster.UntilAsync(() => cluster.Invited >= 4, Timeout);
        var before = cluster.Invited;

        var stopping = cluster.First.StopAsync();
        released.SetResult();
        var took = await stopping;
        var all = await cluster.UntilAsync(() => cluster.Invited == People, Timeout);

        Assert.That(before, Is.LessThan(People - 2), "something must be left to take over");

        // After 20 seconds on its own clock the host would have aborted the shutdown with another exit code.
        Assert.That(cluster.First.ExitCode, Is.Zero, () => $"it took {took}\n{cluster.First.Log}");
        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.Second.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    // Holds the invitations from this one on.
    private static FaultRule HoldFrom(int number, Task until) =>
        new() { Method = "POST", Path = "/teams/v3/conversations/*/activities", From = number, Until = until };

    // Among how many processes this one last divided the limit at Teams and the shards.
    private static int? SharedLast(ServiceProcess process) =>
        Shared().Matches(process.Log) is { Count: > 0 } lines ? int.Parse(lines[^1].Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(\d+) processes share the work")]
    private static partial Regex Shared();

    private static bool HasNoticedOutage(ServiceProcess process) => process.Log.Contains("Is the server down", StringComparison.Ordinal);
}
