using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>Two processes on one PostgreSQL.</summary>
internal sealed class ClusterTests
{
    private const int People = 30;

    // Nothing takes so long, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Test]
    public async Task Round_DueOnBothProcesses_InvitesEverybodyOnce()
    {
        await using var cluster = await Cluster.StartAsync(People);
        var all = await cluster.UntilAsync(() => cluster.Invited == People, Patience);

        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.One.Log}\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Round_WithClocks30SecondsApart_InvitesEverybodyOnce()
    {
        await using var cluster = await Cluster.StartAsync(People, apart: TimeSpan.FromSeconds(30));
        var all = await cluster.UntilAsync(() => cluster.Invited == People, Patience);

        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.One.Log}\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
        Assert.That(cluster.Other.Log, Does.Contain("seconds off the database's"));
        Assert.That(cluster.One.Log, Does.Not.Contain("seconds off the database's"));
    }

    [Test]
    public async Task Process_Killed_OtherTakesOverWithin30Seconds()
    {
        await using var cluster = await Cluster.StartAsync(People, stands: true);
        await cluster.UntilAsync(() => cluster.Invited >= 6, Patience, () => cluster.PassAsync(TimeSpan.FromSeconds(1)));
        cluster.One.Kill();
        var before = cluster.Invited;

        // The clock of the service passes 30 seconds and no more; how long the machine takes for them is its own business.
        await cluster.PassAsync(TimeSpan.FromSeconds(30));
        var recovered = await cluster.UntilAsync(() => cluster.Invited >= People - 2, Patience);

        // Two a process were on their way, and an invitation in doubt is not sent again.
        Assert.That(recovered, Is.Not.Null, () => $"{before} were invited before, {cluster.Invited} after 30 s\n{cluster.Other.Log}");
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
        await cluster.UntilAsync(() => cluster.Invited >= 6, Patience);
        server.Stop();
        await cluster.UntilAsync(() => Noticed(cluster.One) && Noticed(cluster.Other), Patience);
        var before = cluster.Invited;
        server.Start();

        var all = await cluster.UntilAsync(() => cluster.Invited == People, Patience);

        Assert.That(before, Is.LessThan(People));
        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.One.Log}\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Process_Stopped_EndsWithin20SecondsAndLeavesNothingInDoubt()
    {
        await using var cluster = await Cluster.StartAsync(People);
        await cluster.UntilAsync(() => cluster.Invited >= 4, Patience);

        var took = await cluster.One.StopAsync();
        var all = await cluster.UntilAsync(() => cluster.Invited == People, Patience);

        // After 20 seconds of its own the host would have given up, and said so by its exit code.
        Assert.That(cluster.One.ExitCode, Is.Zero, () => $"it took {took}\n{cluster.One.Log}");
        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    private static bool Noticed(ServiceProcess process) => process.Log.Contains("Is the server away", StringComparison.Ordinal);
}
