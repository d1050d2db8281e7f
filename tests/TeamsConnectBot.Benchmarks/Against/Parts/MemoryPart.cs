using TeamsConnectBot.Benchmarks.Load;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Benchmarks.Against.Parts;

/// <summary>What a service without people keeps resident a minute after its start, and what that minute took.</summary>
internal sealed record MemoryPart() : Part("memory")
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    public override async Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(
            new SandboxOptions { DataFolder = folder.Path, Start = TimeProvider.System.GetUtcNow() });
        var options = new LaunchOptions { DatabaseFile = folder.File("connect.db"), Synchronous = "Full" };
        await using var service = await ShippedService.StartAsync(commit.Service, tenant, options, cancellation);
        var before = service.ProcessorTime;
        await Task.Delay(Rest, cancellation);
        return new Dictionary<string, double>
        {
            ["residentMiB"] = service.ResidentMiB, ["restProcessorSeconds"] = (service.ProcessorTime - before).TotalSeconds,
        };
    }
}
