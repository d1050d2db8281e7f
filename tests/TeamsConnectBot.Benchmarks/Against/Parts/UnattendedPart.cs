using System.Globalization;

namespace TeamsConnectBot.Benchmarks.Against.Parts;

/// <summary>An unattended run of the Sandbox: the time a card takes, and the memory.</summary>
internal sealed record UnattendedPart(string Name, int People, int Days) : Part(Name)
{
    public override async Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation)
    {
        var run = await ChildProcess.Dotnet(
            commit.Sandbox, "--unattended", "--people", People.ToString(CultureInfo.InvariantCulture), "--days",
            Days.ToString(CultureInfo.InvariantCulture), "--yes", "0.6", "--seed", "1", "--start", "2026-11-23").MeasureAsync(cancellation);
        var cards = run["cards"];
        return new Dictionary<string, double>
        {
            ["processorSeconds"] = run.ProcessorSeconds, ["seconds"] = run.Seconds, ["cards"] = cards,
            ["processorMsPerCard"] = run.ProcessorSeconds * 1000 / cards, ["msPerCard"] = run.Seconds * 1000 / cards,
            ["peakMiB"] = run["peakMiB"],
        };
    }
}
