using System.Diagnostics;
using System.Globalization;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Sandbox.Trials;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>
/// The database is away over the hour of a round, for an hour. When it is back, work resumes within ten seconds of the service's
/// own clock. SQLite is away when nothing can be written to its file: a limit on the size of the process's files stands for that.
/// </summary>
internal sealed class DatabaseOutageTests
{
    private const int People = 6;
    private const string Database = "connect";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset RoundStarts = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Database_BackAfterAnOutage_WorkResumesWithinTenSeconds([Values] bool postgres)
    {
        using var server = postgres ? PostgresCluster.TryStart() : null;
        if (postgres && server is null)
        {
            Requirement.Skip(PostgresServer.Skipped, PostgresCluster.HowTo);
        }

        if (!postgres && !File.Exists(FullDiskTests.Prlimit))
        {
            Requirement.Skip(FullDiskTests.Skipped, FullDiskTests.HowTo);
        }

        using var folder = TemporaryFolder.Create();
        await using var tenant = await StartTenantAsync(folder);
        var launch = Launch(folder, server);
        await JoinAsync(tenant, launch);
        await using var service = await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, launch));

        await SchedulerRunsAsync(service);
        GoAway(server, service);
        for (var minute = 0; minute < 90; minute++)
        {
            Move(tenant, service, TimeSpan.FromMinutes(1));
        }

        // The scheduler looks for what it missed by this clock too, and may have been between two looks when it stopped.
        await UntilAsync(() => IsNoticed(service), service, () => Move(tenant, service, TimeSpan.FromSeconds(1)));
        Assert.That(Invited(tenant), Is.Zero);
        ComeBack(server, service);
        for (var second = 0; second < 10; second++)
        {
            Move(tenant, service, TimeSpan.FromSeconds(1));

            // The scheduler sleeps by the real clock, and this one stands.
            await service.WakeAsync(CancellationToken.None);
            await LetWorkAsync(service);
        }

        var rows = server is null ? StoredRows.Sqlite(launch.DatabaseFile) : StoredRows.Postgres(server.Connect(Database));
        await UntilAsync(() => Invited(tenant) > 0 && Invited(tenant) == rows.Count("""SELECT COUNT(*) FROM "Invitations" """), service);
    }

    private static Task<SandboxServer> StartTenantAsync(TemporaryFolder folder)
    {
        var organisation = GeneratedOrganisation.Create(People, seed: 5);
        return SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation with
            {
                People =
                [
                    .. organisation.People.Select(person => person with
                    {
                        Office = "Utrecht", Zone = "Europe/Amsterdam", ManagerId = null, WorkingHours = WorkingHours.Office,
                    }),
                ],
                BusyTime = (_, _, _) => [],
            },
            Start = RoundStarts.AddHours(-1),
        });
    }

    private static LaunchOptions Launch(TemporaryFolder folder, PostgresCluster? server)
    {
        var settings = new Dictionary<string, string> { ["Programme:Pools:0:OpenTables"] = "false" };
        if (server is not null)
        {
            settings["Storage:Provider"] = "postgres";
            settings["Storage:ConnectionString"] = server.Connect(Database);
        }

        return new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "Information", More = settings };
    }

    private static async Task JoinAsync(SandboxServer tenant, LaunchOptions launch)
    {
        var people = new PeopleAtWork(tenant.Tenant, new Habits());
        await using var service = await RunningService.StartAsync(tenant, launch);
        (service.Clock.NextByPeople, service.Clock.ActPeople) = (people.Next, people.ActAsync);
        await people.InstallAllAsync(default);
        await service.Clock.AdvanceToAsync(RoundStarts.AddMinutes(-30), null, default);
    }

    private static void Move(SandboxServer tenant, ServiceProcess service, TimeSpan by)
    {
        tenant.Tenant.Clock.Advance(by);
        service.MoveTo(tenant.Tenant.Clock.GetUtcNow());
    }

    // It starts just after the service listens, and this is not about a start without a database.
    private static async Task SchedulerRunsAsync(ServiceProcess service)
    {
        using var http = new HttpClient { BaseAddress = service.Url };
        while (!(await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync()).Contains("\"scheduler\":\"ok\"", StringComparison.Ordinal))
        {
            await Task.Delay(50);
        }
    }

    private static void GoAway(PostgresCluster? server, ServiceProcess service)
    {
        server?.Stop();
        LimitFiles(server, service, "0");
    }

    private static void ComeBack(PostgresCluster? server, ServiceProcess service)
    {
        server?.Start();
        LimitFiles(server, service, "unlimited");
    }

    private static void LimitFiles(PostgresCluster? server, ServiceProcess service, string size)
    {
        if (server is not null)
        {
            return;
        }

        using var limit = Process.Start(FullDiskTests.Prlimit, ["--pid", service.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={size}:unlimited"]);
        limit.WaitForExit();
        Assert.That(limit.ExitCode, Is.Zero);
    }

    private static bool IsNoticed(ServiceProcess service) =>
        service.Log.Contains("Is the server away", StringComparison.Ordinal) || service.Log.Contains("SQLite Error", StringComparison.Ordinal);

    private static int Invited(SandboxServer tenant) => tenant.Tenant.Chats.All.Count(chat =>
        chat.Messages.Any(message => message.FromBot && message.CardJson?.Contains("\"invitation.yes\"", StringComparison.Ordinal) == true));

    /// <summary>A second's time for the service's own threads: on a busy machine its answers take longer, and so does this.</summary>
    private static async Task LetWorkAsync(ServiceProcess service)
    {
        for (var look = 0; look < 30; look++)
        {
            await service.LookAsync(CancellationToken.None);
            await Task.Delay(10);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, ServiceProcess service, Action? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience), () => service.Log);
            Assert.That(service.HasEnded, Is.False, () => service.Log);
            await Task.Delay(100);
            meanwhile?.Invoke();
        }
    }
}
