using System.Diagnostics;
using TeamsConnectBot.Benchmarks.Load;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks.Against.Parts;

/// <summary>From the process's start to the first 200 of <c>/health/live</c>: with a new database, and again with the same one.</summary>
internal sealed record StartPart() : Part("start")
{
    public override async Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(
            new SandboxOptions { DataFolder = folder.Path, Start = TimeProvider.System.GetUtcNow() });
        var options = new LaunchOptions { DatabaseFile = folder.File("connect.db"), Synchronous = "Full" };
        var first = await StartAsync(commit, tenant, options, cancellation);
        var again = await StartAsync(commit, tenant, options, cancellation);
        return new Dictionary<string, double>
        {
            ["processorSeconds"] = first.Processor, ["seconds"] = first.Wall,
            ["againProcessorSeconds"] = again.Processor, ["againSeconds"] = again.Wall,
            ["publishedMB"] = new DirectoryInfo(commit.ServiceFolder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Sum(file => file.Length) / 1e6,
        };
    }

    private static async Task<(double Processor, double Wall)> StartAsync(
        BuiltCommit commit, SandboxServer tenant, LaunchOptions options, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var service = await ShippedService.StartAsync(commit.Service, tenant, options, cancellation);
        return (service.ProcessorTime.TotalSeconds, watch.Elapsed.TotalSeconds);
    }
}
