using TeamsConnectBot.Benchmarks.Load;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>Measures clicks at one rate, and then the highest rates.</summary>
internal sealed record ClicksRun
{
    // Enough to try high rates for some seconds.
    private const int LeastPeople = 20_000;

    // The runtime compiles what is called often once more, in the background.
    private const double WarmUpRate = 40;
    private const int WarmUpClicks = 800;

    private static readonly TimeSpan SettleDown = TimeSpan.FromSeconds(5);

    public required int Rate { get; init; }

    public required int Seconds { get; init; }

    /// <summary>How long a rate is tried; 0 when the highest is not looked for.</summary>
    public required int StepSeconds { get; init; }

    /// <summary>The PostgreSQL database's connection string; null for SQLite.</summary>
    public string? Server { get; init; }

    /// <summary>The service's assembly.</summary>
    public required string Service { get; init; }

    public async Task<object> MeasureAsync(CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = GeneratedOrganisation.Create(Math.Max(Rate * Seconds, LeastPeople), 1),
            Start = TimeProvider.System.GetUtcNow(),
        });
        var file = folder.File("connect.db");
        var launch = new LaunchOptions { DatabaseFile = file, Synchronous = "Full", LogLevel = "Error", ExtraSettings = Settings() };
        var people = new InvitedPeople(tenant, file, Server);
        using var clicks = new ClickSender(tenant);
        object fixedRate;
        double? sustained = null;
        await using (var service = await ShippedService.StartAsync(Service, tenant, launch, cancellation))
        {
            await people.WriteAsync(cancellation);
            await ClickAsync(service, people, clicks, WarmUpRate, WarmUpClicks, cancellation);
            fixedRate = await AtFixedRateAsync(tenant, service, people, clicks, cancellation);
            sustained = await FindAsync(
                "the service", rate => ClickAsync(service, people, clicks, rate, Clicks(rate), cancellation));
        }

        double? transactions = null;
        await using (var bare = await BareTransactions.OpenAsync(people, file, Server))
        {
            transactions = await FindAsync(
                "the transactions", rate => OpenLoop.RunAsync(rate, Clicks(rate), bare.ClickAsync, cancellation));
        }

        double? empty = null;
        await using (var bot = await ShippedService.StartAsync(
            [typeof(EmptyBot).Assembly.Location, EmptyBot.Name, "--", .. ServiceSettings.For(tenant, launch)], cancellation))
        {
            await ClickAsync(bot, people, clicks, WarmUpRate, WarmUpClicks, cancellation);
            empty = await FindAsync("an empty bot", rate => ClickAsync(bot, people, clicks, rate, Clicks(rate), cancellation));
        }

        return new
        {
            database = Server is null ? "sqlite" : "postgres",
            atRate = fixedRate,
            sustainedPerSecond = sustained,
            transactionsPerSecond = transactions,
            emptyBotPerSecond = empty,
            ratio = sustained is null || transactions is null ? null : (double?)Math.Round(sustained.Value / transactions.Value, 3),
        };
    }

    private async Task<object> AtFixedRateAsync(
        SandboxServer tenant, ShippedService service, InvitedPeople people, ClickSender clicks, CancellationToken cancellation)
    {
        await Task.Delay(SettleDown, cancellation);
        var (memory, processor, edits) = (service.ResidentMiB, service.ProcessorTime, tenant.Tenant.Counters.Sum("teams.update"));
        var count = Rate * Seconds;
        var latencies = await ClickAsync(service, people, clicks, Rate, count, cancellation);
        await Task.Delay(SettleDown, cancellation);
        return new
        {
            perSecond = Rate,
            seconds = Seconds,
            p50Ms = latencies.Median,
            p99Ms = latencies.Percentile99,
            longestMs = latencies.Longest,
            failed = latencies.Failed,
            lost = count - people.CountYes(),
            edits = tenant.Tenant.Counters.Sum("teams.update") - edits,
            processorMsPerClick = Math.Round((service.ProcessorTime - processor).TotalMilliseconds / count, 2),
            residentMiBBefore = Math.Round(memory, 1),
            residentMiBAfter = Math.Round(service.ResidentMiB, 1),
        };
    }

    private static async Task<Latencies> ClickAsync(
        ShippedService service, InvitedPeople people, ClickSender clicks, double rate, int count, CancellationToken cancellation)
    {
        await people.ForgetAnswersAsync(cancellation);
        clicks.Prepare(people.All.Take(count));
        return await OpenLoop.RunAsync(rate, count, number => clicks.SendAsync(service.Url, number), cancellation);
    }

    private async Task<double?> FindAsync(string what, Func<double, Task<Latencies>> tryAsync)
    {
        if (StepSeconds == 0)
        {
            return null;
        }

        await Console.Error.WriteLineAsync(what);
        return await SustainedRate.FindAsync(tryAsync) is { } found ? found.Rate : null;
    }

    // Everybody clicks at most once.
    private int Clicks(double rate) => Math.Min((int)(rate * StepSeconds), LeastPeople);

    private Dictionary<string, string> Settings() => Server is null
        ? []
        : new() { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = Server };
}
