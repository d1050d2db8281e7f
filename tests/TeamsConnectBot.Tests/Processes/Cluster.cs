using System.Diagnostics;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>
/// Two processes of the service on one PostgreSQL, on clocks that run or are moved. Everybody has joined by then, and the first
/// round is due when the processes start.
/// </summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly DateTimeOffset RoundStarts = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    // Time for what comes due to begin before the next second passes.
    private static readonly TimeSpan BetweenSeconds = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder folder;
    private TimeSpan ahead;
    private bool stands;

    private Cluster(TemporaryFolder folder, SandboxServer tenant) => (this.folder, Tenant) = (folder, tenant);

    public SandboxServer Tenant { get; }

    public ServiceProcess One { get; private set; } = null!;

    public ServiceProcess Other { get; private set; } = null!;

    public int Invited => Tenant.Tenant.Chats.All.Count(chat => InvitationsOf(chat) > 0);

    public int InvitedTwice => Tenant.Tenant.Chats.All.Count(chat => InvitationsOf(chat) > 1);

    /// <param name="people">How many join.</param>
    /// <param name="apart">How far the clock of the second process is ahead of the first's, and of the database's.</param>
    /// <param name="database">The PostgreSQL database, which must be new; null for one of the tests' own server.</param>
    /// <param name="stands">Whether the processes' clocks stand until <see cref="PassAsync"/> moves them.</param>
    public static async Task<Cluster> StartAsync(int people, TimeSpan apart = default, string? database = null, bool stands = false)
    {
        var folder = TemporaryFolder.Create();
        var organisation = GeneratedOrganisation.Create(people, seed: 5);
        var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation with
            {
                People = [.. organisation.People.Select(person => person with { Office = "Utrecht", Zone = "Europe/Amsterdam", ManagerId = null, WorkingHours = WorkingHours.Office })],
                BusyTime = (_, _, _) => [],
            },
            Start = RoundStarts.AddHours(-1),
        });
        var cluster = new Cluster(folder, tenant);
        database ??= PostgresServer.NewDatabase();
        var launch = new LaunchOptions { DatabaseFile = "", LogLevel = "Information", More = Settings(database) };
        await cluster.JoinAllAsync(launch);

        tenant.Options.Latency = TimeSpan.FromMilliseconds(200);
        cluster.ahead = RoundStarts - TimeProvider.System.GetUtcNow();
        if (apart != default)
        {
            database = PostgresServer.WithTimeAhead(database, cluster.ahead);
        }

        var settings = ServiceSettings.For(tenant, launch with { More = Settings(database) });
        cluster.stands = stands;
        var both = await Task.WhenAll(StartAsync(cluster.ahead), StartAsync(cluster.ahead + apart));
        (cluster.One, cluster.Other) = (both[0], both[1]);
        if (stands)
        {
            cluster.MoveTo(RoundStarts);
        }

        return cluster;

        Task<ServiceProcess> StartAsync(TimeSpan at) =>
            stands ? ServiceProcess.StartAsync(RoundStarts.AddMinutes(-1), settings) : ServiceProcess.StartRunningAsync(at, settings);
    }

    /// <summary>Lets so much time pass on clocks that stand, a second at a time.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var end = Tenant.Tenant.Clock.GetUtcNow() + time; Tenant.Tenant.Clock.GetUtcNow() < end;)
        {
            MoveTo(Tenant.Tenant.Clock.GetUtcNow().AddSeconds(1));
            await Other.WakeAsync(CancellationToken.None);
            await Task.Delay(BetweenSeconds);
        }
    }

    /// <summary>Lets time run until something is so.</summary>
    /// <returns>How long it took; null when it did not come to it in time.</returns>
    public async Task<TimeSpan?> UntilAsync(Func<bool> isSo, TimeSpan atMost, Func<Task>? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            if (watch.Elapsed > atMost)
            {
                return null;
            }

            await Task.Delay(25);
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            if (!stands)
            {
                Tenant.Tenant.Clock.AdvanceTo(TimeProvider.System.GetUtcNow() + ahead);
            }
        }

        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
        await Tenant.DisposeAsync();
        folder.Dispose();
    }

    private void MoveTo(DateTimeOffset at)
    {
        Tenant.Tenant.Clock.AdvanceTo(at);
        foreach (var process in new[] { One, Other }.Where(process => !process.HasEnded))
        {
            process.MoveTo(at);
        }
    }

    private async Task JoinAllAsync(LaunchOptions launch)
    {
        var people = new PeopleAtWork(Tenant.Tenant, new Habits());
        await using var service = await RunningService.StartAsync(Tenant, launch);
        service.Clock.NextByPeople = people.Next;
        service.Clock.ActPeople = people.ActAsync;
        await people.InstallAllAsync(default);
        await service.Clock.AdvanceToAsync(RoundStarts.AddMinutes(-30), null, default);
    }

    private static int InvitationsOf(Chat chat) =>
        chat.Messages.Count(message => message.FromBot && message.CardJson?.Contains("\"invitation.yes\"", StringComparison.Ordinal) == true);

    private static Dictionary<string, string> Settings(string server) => new()
    {
        ["Storage:Provider"] = "postgres",
        ["Storage:ConnectionString"] = server,
        ["Programme:Pools:0:OpenTables"] = "false",
        ["Engine:SendAtOnce"] = "2",
    };
}
