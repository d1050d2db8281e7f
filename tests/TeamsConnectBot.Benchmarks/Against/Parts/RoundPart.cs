using System.Globalization;

namespace TeamsConnectBot.Benchmarks.Against.Parts;

/// <summary>A round, up to the planned invitations when there are too many people to send them to.</summary>
internal sealed record RoundPart(int People) : Part("round")
{
    public override async Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation)
    {
        var run = await ChildProcess.Dotnet(
            commit.Benchmarks, "round", "--people", People.ToString(CultureInfo.InvariantCulture), "--latency-ms", "100")
            .MeasureAsync(cancellation);

        // Of a large round the service runs in its own process, and is measured alone.
        return run.Line.TryGetProperty("serviceCpuSeconds", out _)
            ? new Dictionary<string, double>
            {
                ["processorSeconds"] = run["serviceCpuSeconds"], ["seconds"] = run["secondsToPlan"], ["peakMiB"] = run["servicePeakMiB"],
                ["invited"] = run["invited"],
            }
            : new Dictionary<string, double>
            {
                ["processorSeconds"] = run.ProcessorSeconds, ["seconds"] = run["seconds"], ["peakMiB"] = run["peakMiB"],
                ["invited"] = run["invited"],
            };
    }
}
