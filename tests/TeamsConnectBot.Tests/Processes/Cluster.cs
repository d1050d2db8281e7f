using System.Diagnostics;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Processes;

/// <summary>
/// Two processes of the service on one PostgreSQL database, on clocks that run or that a test moves. Everybody has joined, and the
/// first round is due when the processes start.
/// </summary>
internal sealed class Cluster : IAsyncDisposable
{
    // Gives due work time to start before the clock moves another second.
    private static readonly TimeSpan PauseAfterMove = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder folder;
    private TimeSpan ahead;
    private bool manualClocks;

    private Cluster(TemporaryFolder folder, SandboxServer tenant) => (this.folder, Tenant) = (folder, tenant);

    public SandboxServer Tenant { get; }

    public ServiceProcess First { get; private set; } = null!;

    public ServiceProcess Second { get; private set; } = null!;

    public int Invited => OfficeTenant.Invitations(Tenant).Count(invitations => invitations > 0);

    public int InvitedTwice => OfficeTenant.Invitations(Tenant).Count(invitations => invitations > 1);

    /// <param name="people">How many people join.</param>
    /// <param name="skew">How far the second process's clock is ahead of those of the first and of the database.</param>
    /// <param name="database">A new PostgreSQL database; null for one on the tests' own server.</param>
    /// <param name="manualClocks">Whether the processes' clocks stand still until <see cref="AdvanceAsync"/> moves them.</param>
    /// <param name="fault">A fault of the tenant, from when everybody has joined.</param>
    public static async Task<Cluster> StartAsync(
        int people, TimeSpan skew = default, string? database = null, bool manualClocks = false, FaultRule? fault = null)
    {
        var folder = TemporaryFolder.Create();
        var tenant = await OfficeTenant.StartAsync(folder, people);
        var cluster = new Cluster(folder, tenant);
        database ??= PostgresServer.NewDatabase();
        var launch = new LaunchOptions { DatabaseFile = "", LogLevel = "Information", ExtraSettings = Settings(database) };
        await OfficeTenant.JoinAllAsync(tenant, launch);

        if (fault is not null)
        {
            tenant.Faults.Add(fault);
        }

        tenant.Options.Latency = TimeSpan.FromMilliseconds(200);
        cluster.ahead = OfficeTenant.RoundStarts - TimeProvider.System.GetUtcNow();
        if (skew != default)
        {
            database = PostgresServer.WithTimeAhead(database, cluster.ahead);
        }

        var settings = ServiceSettings.For(tenant, launch with { ExtraSettings = Settings(database) });
        cluster.manualClocks = manualClocks;
        var both = await Task.WhenAll(StartAsync(cluster.ahead), StartAsync(cluster.ahead + skew));
        (cluster.First, cluster.Second) = (both[0], both[1]);
        if (manualClocks)
        {
            cluster.MoveTo(OfficeTenant.RoundStarts);
        }

        return cluster;

        Task<ServiceProcess> StartAsync(TimeSpan at) =>
            manualClocks
                ? ServiceProcess.StartAsync(OfficeTenant.RoundStarts.AddMinutes(-1), settings)
                : ServiceProcess.StartRunningAsync(at, settings);
    }

    /// <summary>Moves manual clocks forward, a second at a time.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        for (var end = Tenant.Tenant.Clock.GetUtcNow() + time; Tenant.Tenant.Clock.GetUtcNow() < end;)
        {
            MoveTo(Tenant.Tenant.Clock.GetUtcNow().AddSeconds(1));
            await Second.WakeSchedulerAsync(CancellationToken.None);
            await Task.Delay(PauseAfterMove);
        }
    }

    /// <summary>Waits until a condition holds.</summary>
    /// <returns>How long it took; null after the timeout.</returns>
    public async Task<TimeSpan?> UntilAsync(Func<bool> condition, TimeSpan timeout, Func<Task>? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > timeout)
            {
                return null;
            }

            await Task.Delay(25);
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            if (!manualClocks)
            {
                Tenant.Tenant.Clock.AdvanceTo(TimeProvider.System.GetUtcNow() + ahead);
            }
        }

        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Tenant.DisposeAsync();
        folder.Dispose();
    }

    private void MoveTo(DateTimeOffset at)
    {
        Tenant.Tenant.Clock.AdvanceTo(at);
        foreach (var process in new[] { First, Second }.Where(process => !process.HasEnded))
        {
            process.MoveTo(at);
        }
    }

    private static Dictionary<string, string> Settings(string server) => new()
    {
        ["Storage:Provider"] = "postgres",
        ["Storage:ConnectionString"] = server,
        ["Programme:Pools:0:OpenTables"] = "false",
        ["Engine:SendAtOnce"] = "2",

        // A test may hold requests, which must not time out however busy the machine is.
        ["Bot:Connector:RequestTimeout"] = "00:02:00",
    };
}
