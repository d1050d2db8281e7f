using TeamsConnectBot.Benchmarks.Load;

namespace TeamsConnectBot.Benchmarks.Against.Parts;

/// <summary>The matching engine on files of candidate pairs.</summary>
internal sealed record MatchingPart(IReadOnlyList<string> Files) : Part("matching")
{
    public override async Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation)
    {
        if (Files.Count == 0)
        {
            throw new CannotMeasureException("there are no files of candidate pairs; --edges names them");
        }

        var figures = new Dictionary<string, double>();
        foreach (var file in Files)
        {
            var run = await ChildProcess.Dotnet(commit.Benchmarks, "matching", "--edges", file, "--repeat", "3").MeasureAsync(cancellation);
            foreach (var figure in new[] { "processorMilliseconds", "milliseconds", "weight", "certified", "peakMiB" })
            {
                figures[$"{Path.GetFileNameWithoutExtension(file)}.{figure}"] = run[figure];
            }
        }

        return figures;
    }
}
