using System.Diagnostics;
using System.Globalization;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Sandbox.Trials;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>
/// SQLite's disk is full in the middle of inviting. A limit on the size of the process's files stands for the disk: every write
/// fails, reads go on.
/// </summary>
internal sealed class FullDiskTests
{
    private const int People = 12;
    private const int AtOnce = 2;
    public const string Prlimit = "/usr/bin/prlimit";
    public const string Skipped = "tests with a full disk";
    public const string HowTo = "prlimit is not installed; `apt-get install util-linux` is enough.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset RoundStarts = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Disk_FullWhileInviting_SendsNothingTwiceAndResumesWhenThereIsSpace()
    {
        if (!File.Exists(Prlimit))
        {
            Requirement.Skip(Skipped, HowTo);
        }

        using var folder = TemporaryFolder.Create();
        var organisation = GeneratedOrganisation.Create(People, seed: 5);
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation with
            {
                People = [.. organisation.People.Select(person => person with { Office = "Utrecht", Zone = "Europe/Amsterdam", ManagerId = null, WorkingHours = WorkingHours.Office })],
                BusyTime = (_, _, _) => [],
            },
            Start = RoundStarts.AddHours(-1),
        });
        var launch = new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"), LogLevel = "Information", SweepEvery = TimeSpan.FromSeconds(10),
            More = new Dictionary<string, string> { ["Programme:Pools:0:OpenTables"] = "false", ["Engine:SendAtOnce"] = $"{AtOnce}" },
        };
        var people = new PeopleAtWork(tenant.Tenant, new Habits());
        await using (var joining = await RunningService.StartAsync(tenant, launch))
        {
            (joining.Clock.NextByPeople, joining.Clock.ActPeople) = (people.Next, people.ActAsync);
            await people.InstallAllAsync(default);
            await joining.Clock.AdvanceToAsync(RoundStarts.AddMinutes(-30), null, default);
        }

        tenant.Options.Latency = TimeSpan.FromMilliseconds(100);
        var ahead = RoundStarts - TimeProvider.System.GetUtcNow();
        await using var service = await ServiceProcess.StartRunningAsync(ahead, ServiceSettings.For(tenant, launch));
        await UntilAsync(() => Invited(tenant).Sum() >= 3);
        var planned = StoredRows.Sqlite(launch.DatabaseFile).Count("""SELECT COUNT(*) FROM "Invitations" """);

        var watch = Stopwatch.StartNew();
        Limit(service, "0");
        await UntilAsync(() => service.Log.Contains("Nothing can be written to", StringComparison.Ordinal));
        var before = Invited(tenant).Sum();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var meanwhile = Invited(tenant).Sum() - before;
        Limit(service, "unlimited");
        var room = watch.Elapsed;
        await UntilAsync(() => Invited(tenant).Sum() >= planned);

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"full for {room}, all were invited {watch.Elapsed - room} after there was room"));
        Assert.That(before, Is.LessThan(planned));
        Assert.That(meanwhile, Is.LessThanOrEqualTo(AtOnce), "nothing new is begun");
        Assert.That(Invited(tenant), Has.Exactly(planned).EqualTo(1).And.None.GreaterThan(1), () => service.Log);
        Assert.That(service.Log, Does.Contain("Is its disk full").And.Contain("The database can be written again"));
        Assert.That(StoredRows.Sqlite(launch.DatabaseFile).Count("""SELECT COUNT(*) FROM "Messages" WHERE "WasInDoubt" """), Is.Zero);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.That(watch.Elapsed, Is.LessThan(Patience));
            await Task.Delay(20);
        }
    }

    private static void Limit(ServiceProcess service, string size)
    {
        using var limit = Process.Start(Prlimit, ["--pid", service.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={size}:unlimited"]);
        limit.WaitForExit();
        Assert.That(limit.ExitCode, Is.Zero);
    }

    private static List<int> Invited(SandboxServer tenant) =>
        [.. tenant.Tenant.Chats.All.Select(chat => chat.Messages.Count(message => message.FromBot && message.CardJson?.Contains("\"invitation.yes\"", StringComparison.Ordinal) == true))];
}
