using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Tests.Telemetry;

/// <summary>infra/dashboards/teamsconnectbot.json shows metrics and outcomes that exist, by the names Prometheus gives them.</summary>
internal sealed partial class DashboardTests
{
    private const int Columns = 24;

    private static readonly JsonNode Dashboard =
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("infra", "dashboards", "teamsconnectbot.json")))!;

    private static IEnumerable<JsonNode> Panels => Dashboard["panels"]!.AsArray().Select(panel => panel!);

    private static IReadOnlyList<string> Queries =>
        [.. Panels.SelectMany(panel => panel["targets"]!.AsArray()).Select(target => (string)target!["expr"]!)];

    [Test]
    public async Task Dashboard_Queries_NameMetricsOfTheRunningService_AndAllOfItsOwn()
    {
        var exported = await ExportedAsync();
        var shown = Queries.SelectMany(query => Metric().Matches(query).Select(metric => metric.Value)).Distinct().ToList();

        Assert.That(shown.Except(exported.Values.SelectMany(names => names)), Is.Empty, "the dashboard asks for what is not exported");
        Assert.That(
            exported.Where(each => each.Key.StartsWith("teamsconnectbot.", StringComparison.Ordinal) && !each.Value.Intersect(shown).Any())
                .Select(each => each.Key),
            Is.Empty, "the dashboard leaves these out");
    }

    [Test]
    public void Dashboard_Outcomes_AreOfTheMetricTheySelectFrom()
    {
        var counted = Zeros();
        var selected = Queries.SelectMany(query => Selected().Matches(query))
            .Select(match => $"{match.Groups["metric"].Value} {match.Groups["outcome"].Value}").ToList();

        Assert.That(selected, Has.Count.EqualTo(2));
        Assert.That(selected.Except(counted.Select(each => $"{each.Metric.Replace('.', '_')}_total {each.Outcome}")), Is.Empty);
    }

    [Test]
    public void Counters_AtStart_AreReportedAsZeroWithEveryDocumentedOutcome()
    {
        var zeros = Zeros();
        var rows = File.ReadLines(Repository.PathOf("docs", "metrics.md"))
            .Where(line => line.StartsWith("| `teamsconnectbot.", StringComparison.Ordinal)
                && line.Contains("`outcome`", StringComparison.Ordinal)).ToList();

        Assert.That(zeros.Select(each => each.Value), Is.All.Zero);
        Assert.That(zeros.Select(each => each.Metric), Has.Member("teamsconnectbot.delivery.stops"));
        Assert.That(rows, Has.Count.EqualTo(2));
        foreach (var row in rows)
        {
            var words = Code().Matches(row).Select(code => code.Groups[1].Value).ToList();
            Assert.That(
                zeros.Where(each => each.Metric == words[0]).Select(each => each.Outcome),
                Is.EquivalentTo(words.Where(word => char.IsAsciiLetterUpper(word[0]))));
        }
    }

    [Test]
    public void Dashboard_Panels_HaveTitlesAndDescriptions_AndDoNotOverlap()
    {
        var cells = Panels.SelectMany(panel => CellsOf(panel["gridPos"]!)).ToList();

        Assert.That(Panels.Select(panel => (int)panel["id"]!), Is.Unique);
        Assert.That(cells, Is.Unique);
        Assert.That(cells.Select(cell => cell.X), Is.All.InRange(0, Columns - 1));
        Assert.That(Panels.SelectMany(panel => new[] { (string?)panel["title"], (string?)panel["description"] }), Is.All.Not.Empty);
        Assert.That(
            Panels.Select(panel => (string)panel["datasource"]!["uid"]!), Is.All.EqualTo("${datasource}"),
            "it must work with any organisation's data source");
        Assert.That(Queries, Is.All.Contains("job=~\"$job\""));
        Assert.That((int)Dashboard["schemaVersion"]!, Is.GreaterThan(30));
    }

    private static List<(string Metric, string? Outcome, int Value)> Zeros()
    {
        var zeros = new List<(string, string?, int)>();
        using var services = new ServiceCollection().AddMetrics().AddSingleton<ServiceMetrics>().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>(
            (instrument, value, tags, _) => zeros.Add((instrument.Name, tags.IsEmpty ? null : (string?)tags[0].Value, value)));
        listener.Start();
        services.GetRequiredService<ServiceMetrics>().ReportZeros();
        return zeros;
    }

    // Every metric of the meters that the service exports, with its names in Prometheus.
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ExportedAsync()
    {
        var exported = new ConcurrentDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == WorkInFlight.MeterName || TelemetryFeature.FrameworkMeters.Contains(instrument.Meter.Name))
            {
                exported[instrument.Name] = PrometheusNames(instrument);
            }
        };
        listener.Start();
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(
            tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "None" });
        using var http = new HttpClient { BaseAddress = service.Url };
        (await http.GetAsync("/health/live")).EnsureSuccessStatusCode();
        return exported;
    }

    // By the OpenTelemetry specification, 'Prometheus and OpenMetrics Compatibility', with units and types as suffixes.
    private static IReadOnlyList<string> PrometheusNames(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return instrument.GetType().Name switch
        {
            "Counter`1" or "ObservableCounter`1" => [$"{name}_total"],
            "Histogram`1" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ => [name],
        };
    }

    private static IEnumerable<(int X, int Y)> CellsOf(JsonNode position) =>
        from x in Enumerable.Range((int)position["x"]!, (int)position["w"]!)
        from y in Enumerable.Range((int)position["y"]!, (int)position["h"]!)
        select (x, y);

    [GeneratedRegex(@"\b(?:teamsconnectbot|http|dotnet)_(?!response)[a-z_]+(?=\{)")]
    private static partial Regex Metric();

    [GeneratedRegex(@"(?<metric>[a-z_]+)\{[^}]*\boutcome=""(?<outcome>\w+)""")]
    private static partial Regex Selected();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
