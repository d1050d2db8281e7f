using System.Net;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Outages;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Processes;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Status;

/// <summary>What an operator reads while the database is down, and afterwards.</summary>
internal sealed class DatabaseStatusTests
{
    private static readonly Duration Later = Duration.FromMinutes(20);

    [Test]
    public async Task Postgres_Stopped_IsSaidWithTheMomentUntilItIsBack()
    {
        using var server = PostgresCluster.TryStart();
        if (server is null)
        {
            Requirement.Skip(PostgresServer.Skipped, PostgresCluster.HowTo);
        }

        using var folder = TemporaryFolder.Create();
        await using var tenant = await OfficeTenant.StartAsync(folder, 3);
        var start = tenant.Tenant.Clock.GetUtcNow();
        await using var service = await ServiceProcess.StartAsync(start, ServiceSettings.For(tenant, new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"), LogLevel = "Information",
            ExtraSettings = new Dictionary<string, string>
            {
                ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = server!.Connect("connect"),
            },
        }));
        var fine = await ReadyAnswer.UntilAsync(service.Url, answer => answer.IsSettled && answer.Status == "ok");
        server.Stop();
        var down = await ReadyAnswer.UntilAsync(service.Url, answer => answer.State("database") == "down");
        service.MoveTo(start + Later.ToTimeSpan());
        var later = await ReadyAnswer.UntilAsync(service.Url, answer => answer.State("database") == "down");
        server.Start();
        var after = await ReadyAnswer.UntilAsync(service.Url, answer => answer.IsSettled && answer.State("database") == "works");

        Assert.That(fine.Body, Does.Contain("Each process reports what it knows itself"));
        Assert.That((down.Code, down.Status), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "failing")));
        Assert.That(
            down.SaysOf("database"), Is.EqualTo("The database has not answered since 2 Mar 2026 07:00 UTC."));
        Assert.That(down.DoOf("database"), Does.StartWith("Check whether the database server is up"));
        Assert.That(down.State("sending"), Is.EqualTo("unknown"), "what other processes found is in the database");
        Assert.That(later.Since("database"), Is.EqualTo(down.Since("database")));
        Assert.That(after.Since("database"), Is.EqualTo(down.Since("database") + Later));
    }

    [Test]
    public async Task Sqlite_DiskFull_IsSaidUntilThereIsSpace()
    {
        FileSizeLimit.Require();
        using var folder = TemporaryFolder.Create();
        await using var tenant = await OfficeTenant.StartAsync(folder, 3);
        var launch = new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "Information" };
        var start = tenant.Tenant.Clock.GetUtcNow();
        await using var service = await ServiceProcess.StartAsync(start, ServiceSettings.For(tenant, launch));
        tenant.Channel.Service = service.Url;
        await ReadyAnswer.UntilAsync(service.Url, answer => answer.IsSettled && answer.Status == "ok");

        FileSizeLimit.Set(service);
        await WriteAsync(tenant);
        var down = await ReadyAnswer.UntilAsync(service.Url, answer => answer.State("database") == "down", () => WriteAsync(tenant));
        service.MoveTo(start + Later.ToTimeSpan());

        // The process takes one command after the other, so when it answers this one its clock has moved.
        await service.GetStatusAsync(CancellationToken.None);
        FileSizeLimit.Remove(service);
        var after = await ReadyAnswer.UntilAsync(service.Url, answer => answer.IsSettled && answer.State("database") == "works");

        Assert.That(down.Code, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(
            down.SaysOf("database"), Is.EqualTo("Nothing could be written to the database since 2 Mar 2026 07:00 UTC."));
        Assert.That(down.DoOf("database"), Does.StartWith("Check whether the disk is full."));
        Assert.That(after.Since("database"), Is.EqualTo(Instant.FromDateTimeOffset(start) + Later));
    }

    private static async Task WriteAsync(SandboxServer tenant) => await tenant.Teams.InstallAsync(tenant.Tenant.People.All[0]);
}
