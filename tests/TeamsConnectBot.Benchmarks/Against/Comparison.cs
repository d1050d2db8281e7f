using TeamsConnectBot.Benchmarks.Load;

namespace TeamsConnectBot.Benchmarks.Against;

/// <summary>Measures parts of both versions in turn, and compares the medians.</summary>
internal sealed class Comparison(BuiltCommit older, BuiltCommit newer, int runs)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, Compared>> parts = [];
    private readonly List<string> leftOut = [];

    public object Line => new { older = older.Id, newer = newer.Id, runs, parts, leftOut };

    public async Task MeasureAsync(Part part, CancellationToken cancellation)
    {
        var (before, after) = (new List<IReadOnlyDictionary<string, double>>(), new List<IReadOnlyDictionary<string, double>>());
        for (var run = 1; run <= runs; run++)
        {
            await Console.Error.WriteLineAsync($"{part.Name}, run {run} of {runs}");

            // Whatever else happens on the machine then falls on both.
            (BuiltCommit Commit, List<IReadOnlyDictionary<string, double>> Results)[] pair = [(older, before), (newer, after)];
            foreach (var (commit, results) in run % 2 == 1 ? pair : pair.Reverse())
            {
                try
                {
                    results.Add(await part.MeasureAsync(commit, cancellation));
                }
                catch (CannotMeasureException reason)
                {
                    leftOut.Add($"{part.Name}: {(commit == older ? "the older commit" : "the newer commit")}: {reason.Message}");
                    return;
                }
            }
        }

        parts[part.Name] = before[0].Keys.Intersect(after[0].Keys)
            .ToDictionary(name => name, name => Compared.Of([.. before.Select(run => run[name])], [.. after.Select(run => run[name])]));
    }
}

/// <summary>One figure of both versions.</summary>
/// <param name="Older">The older one's median.</param>
/// <param name="Newer">The newer one's median.</param>
/// <param name="Ratio">The newer one's median divided by the older one's; null when that is nothing.</param>
/// <param name="OlderRuns">Each run of the older one.</param>
/// <param name="NewerRuns">Each run of the newer one.</param>
internal sealed record Compared(
    double Older, double Newer, double? Ratio, IReadOnlyList<double> OlderRuns, IReadOnlyList<double> NewerRuns)
{
    public static Compared Of(IReadOnlyList<double> older, IReadOnlyList<double> newer)
    {
        var (before, after) = (Median(older), Median(newer));
        return new(
            Rounded(before), Rounded(after), before == 0 ? null : Rounded(after / before), [.. older.Select(Rounded)],
            [.. newer.Select(Rounded)]);
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
