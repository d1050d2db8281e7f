using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Tests.Telemetry;

/// <summary>docs/metrics.md lists every metric.</summary>
internal sealed partial class MetricsTests
{
    [Test]
    public void Document_OfMetrics_ListsExactlyTheMetricsWithTheirUnits()
    {
        var made = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == WorkInFlight.MeterName)
            {
                made.Add($"{instrument.Name} {instrument.Unit}");
            }
        };
        listener.Start();
        using var services = new ServiceCollection().AddMetrics().AddSingleton<WorkInFlight>().AddSingleton<ServiceMetrics>()
            .BuildServiceProvider();
        services.GetRequiredService<WorkInFlight>();
        services.GetRequiredService<ServiceMetrics>();

        var written = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "metrics.md")))
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}");
        Assert.That(made.Distinct(), Is.EquivalentTo(written));
    }

    [GeneratedRegex(@"^\| `(teamsconnectbot\.[a-z_.]+)` \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
