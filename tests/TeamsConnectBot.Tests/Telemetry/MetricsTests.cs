using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Tests.Telemetry;

/// <summary>The written table of metrics is the whole of it.</summary>
internal sealed partial class MetricsTests
{
    [Test]
    public void Document_NamesEveryMetricWithItsUnit_AndNoOther()
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
        using var services = new ServiceCollection().AddMetrics().AddSingleton<WorkInFlight>().AddSingleton<ServiceMetrics>().BuildServiceProvider();
        services.GetRequiredService<WorkInFlight>();
        services.GetRequiredService<ServiceMetrics>();

        var written = Row().Matches(File.ReadAllText(Document())).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}");
        Assert.That(made.Distinct(), Is.EquivalentTo(written));
    }

    [GeneratedRegex(@"^\| `(teamsconnectbot\.[a-z_.]+)` \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private static string Document()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeamsConnectBot.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", "metrics.md");
    }
}
