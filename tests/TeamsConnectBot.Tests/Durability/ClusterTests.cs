using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;

namespace TeamsConnectBot.Tests.Durability;

/// <summary>Two processes on one PostgreSQL.</summary>
internal sealed class ClusterTests
{
    private const int People = 30;

    [Test]
    public async Task Processes_WithTheRoundDueOnBoth_InviteEverybodyOnceTogether()
    {
        await using var cluster = await Cluster.StartAsync(People);
        var all = await cluster.UntilAsync(() => cluster.Invited == People, TimeSpan.FromSeconds(60));

        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.One.Log}\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Processes_WithClocks30SecondsApart_InviteEverybodyOnceTogether()
    {
        await using var cluster = await Cluster.StartAsync(People, apart: TimeSpan.FromSeconds(30));
        var all = await cluster.UntilAsync(() => cluster.Invited == People, TimeSpan.FromSeconds(60));

        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.One.Log}\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
        Assert.That(cluster.Other.Log, Does.Contain("seconds off the database's"));
        Assert.That(cluster.One.Log, Does.Not.Contain("seconds off the database's"));
    }

    [Test]
    public async Task Process_Killed_TheOtherGoesOnWithin30Seconds()
    {
        await using var cluster = await Cluster.StartAsync(People);
        await cluster.UntilAsync(() => cluster.Invited >= 6, TimeSpan.FromSeconds(60));
        cluster.One.Kill();
        var before = cluster.Invited;

        // Two a process were on their way, and an invitation in doubt is not sent again.
        var recovered = await cluster.UntilAsync(() => cluster.Invited >= People - 2, TimeSpan.FromSeconds(30));

        Assert.That(recovered, Is.Not.Null, () => $"{before} were invited before, {cluster.Invited} within 30 s\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Database_GoneForAWhile_EverybodyIsInvitedOnceAllTheSame()
    {
        using var server = PostgresCluster.TryStart();
        if (server is null)
        {
            Assert.Ignore(PostgresCluster.HowTo);
        }

        await using var cluster = await Cluster.StartAsync(People, database: server!.Connect("gone"));
        await cluster.UntilAsync(() => cluster.Invited >= 6, TimeSpan.FromSeconds(60));
        server.Stop();
        await cluster.UntilAsync(() => Noticed(cluster.One) && Noticed(cluster.Other), TimeSpan.FromSeconds(60));
        var before = cluster.Invited;
        server.Start();

        var all = await cluster.UntilAsync(() => cluster.Invited == People, TimeSpan.FromSeconds(60));

        Assert.That(before, Is.LessThan(People));
        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.One.Log}\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    [Test]
    public async Task Process_Stopped_EndsWithin20SecondsAndLeavesNothingInDoubt()
    {
        await using var cluster = await Cluster.StartAsync(People);
        await cluster.UntilAsync(() => cluster.Invited >= 4, TimeSpan.FromSeconds(60));

        var took = await cluster.One.StopAsync();
        var all = await cluster.UntilAsync(() => cluster.Invited == People, TimeSpan.FromSeconds(60));

        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(all, Is.Not.Null, () => $"{cluster.Invited} were invited\n{cluster.Other.Log}");
        Assert.That(cluster.InvitedTwice, Is.Zero);
    }

    private static bool Noticed(ServiceProcess process) => process.Log.Contains("Is the server away", StringComparison.Ordinal);
}
