using System.Diagnostics;
using System.Globalization;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;

namespace TeamsConnectBot.Benchmarks.Delivery;

/// <summary>Measures one delivery with these parameters.</summary>
internal sealed record DeliveryRun
{
    private static readonly TimeSpan ArrivalTimeout = TimeSpan.FromSeconds(40);

    // The highest value that the service's setting allows; more than it can send.
    private const int Unlimited = 1000;

    public required int Recipients { get; init; }

    public required TimeSpan Latency { get; init; }

    public required double ThrottledShare { get; init; }

    public required bool FirstContact { get; init; }

    public long? KillAt { get; init; }

    public int Nodes { get; init; } = 1;

    public int Limit { get; init; } = 45;

    public int AtOnce { get; init; } = 16;

    /// <summary>The PostgreSQL database's connection string; null for SQLite.</summary>
    public string? Server { get; init; }

    public async Task<object> MeasureAsync(CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            People = Recipients,
            Start = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
            ConnectorRequestsPerSecond = Limit <= 50 ? 50 : null,
        });
        var file = folder.File("connect.db");
        var launch = new LaunchOptions { DatabaseFile = file, Synchronous = "Full", LogLevel = "Error", ExtraSettings = Settings() };

        // The first start only creates the schema.
        await using (var first = await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, launch)))
        {
            await first.StopAsync();
        }

        await Delivery.Recipients.PlanAsync(tenant, file, Server, FirstContact);
        tenant.Options.Latency = Latency;
        using var fault = ThrottledShare > 0
            ? tenant.Faults.Add(new FaultRule
            {
                Path = "/teams/*",
                Share = ThrottledShare,
                Status = 429,
                Body = "{}",
                Headers = new Dictionary<string, string> { ["Retry-After"] = "1.5" },
            })
            : null;
        var counted = tenant.Tenant.Counters.Sum("teams.");
        await using var service = await KillableService.StartAsync(tenant, launch);
        if (KillAt is { } request)
        {
            tenant.Faults.KillAt(request, afterHandling: request % 2 == 1, service.KillAndRestart);
        }

        var others = await Task.WhenAll(Enumerable.Range(1, Nodes - 1)
            .Select(_ => ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, launch))));
        var seconds = await ArriveAsync(tenant, cancellation);
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }

        var requests = tenant.Tenant.Counters.Sum("teams.") - counted;
        var got = tenant.Tenant.Chats.All.Select(chat => chat.Messages.Count(message => message.FromBot)).ToList();
        var rows = Server is null ? StoredRows.Sqlite(file) : StoredRows.Postgres(Server);
        var inDoubt = rows.Count("""SELECT COUNT(*) FROM "Messages" WHERE "WasInDoubt" """);
        fault?.Dispose();
        var plain = await PlainSender.MeasureAsync(tenant, [.. tenant.Tenant.People.All.Take(Math.Min(Recipients, 60))], cancellation);
        return new
        {
            recipients = Recipients,
            latencyMs = (int)Latency.TotalMilliseconds,
            throttledPercent = ThrottledShare * 100,
            firstContact = FirstContact,
            nodes = Nodes,
            limit = Limit,
            perSecond = Math.Round(got.Count(count => count > 0) / seconds, 1),
            delivered = got.Count(count => count > 0),
            lost = got.Count(count => count == 0),
            doubled = Math.Max(0, got.Sum(count => Math.Max(0, count - 1)) - inDoubt),
            inDoubt,
            requests,
            requestsPerPerson = Math.Round((double)requests / Recipients, 3),
            seconds = Math.Round(seconds, 1),
            plainPerSecond = plain.PerSecond,
            plainFailed = plain.Failed,
        };
    }

    /// <summary>The time from the first arrival to the last, once everybody has a message or no more arrive.</summary>
    private async Task<double> ArriveAsync(SandboxServer tenant, CancellationToken cancellation)
    {
        var arrived = 0;
        long first = 0;
        long last = Stopwatch.GetTimestamp();
        while (arrived < Recipients && Stopwatch.GetElapsedTime(last) < ArrivalTimeout)
        {
            await Task.Delay(20, cancellation);
            var now = tenant.Tenant.Chats.All.Count(chat => !chat.Messages.IsEmpty);
            if (now > arrived)
            {
                last = Stopwatch.GetTimestamp();
                first = arrived == 0 ? last : first;
                arrived = now;
            }
        }

        return Stopwatch.GetElapsedTime(first, last).TotalSeconds + Latency.TotalSeconds;
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["Bot:Connector:RequestsPerSecond"] = Math.Min(Limit, Unlimited).ToString(CultureInfo.InvariantCulture),
            ["Engine:SendAtOnce"] = AtOnce.ToString(CultureInfo.InvariantCulture),
        };
        if (Server is not null)
        {
            (settings["Storage:Provider"], settings["Storage:ConnectionString"]) = ("postgres", Server);
        }

        return settings;
    }
}
