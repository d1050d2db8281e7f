using System.Diagnostics;

namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>
/// Does something at a fixed rate, whether or not what came before is done. Its latency counts from when it was due: a stall then shows in
/// everything that had to wait for it, as it does for people.
/// </summary>
internal static class OpenLoop
{
    /// <param name="rate">How many a second.</param>
    /// <param name="count">How many in all.</param>
    /// <param name="actAsync">Does the one with this number; false when it failed.</param>
    /// <param name="cancellation">Token to cancel the operation.</param>
    public static async Task<Latencies> RunAsync(double rate, int count, Func<int, Task<bool>> actAsync, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var running = new List<Task<(TimeSpan Latency, bool Succeeded)>>(count);
        while (running.Count < count)
        {
            cancellation.ThrowIfCancellationRequested();
            var due = TimeSpan.FromSeconds(running.Count / rate);
            var early = due - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero)
            {
                // Rounded up to a millisecond, and counted as latency.
                await Task.Delay(early, TimeProvider.System, cancellation);
            }

            running.Add(ActAsync(running.Count, due));
        }

        return Latencies.Of(await Task.WhenAll(running));

        async Task<(TimeSpan Latency, bool Succeeded)> ActAsync(int number, TimeSpan due)
        {
            // On another thread: what acts must not delay the next one.
            await Task.Yield();
            var succeeded = await actAsync(number);
            return (Stopwatch.GetElapsedTime(started) - due, succeeded);
        }
    }
}

/// <param name="Median">In milliseconds.</param>
/// <param name="Percentile99">In milliseconds.</param>
/// <param name="Failed">How many failed.</param>
internal sealed record Latencies(double Median, double Percentile99, double Longest, int Failed)
{
    public static Latencies Of(IReadOnlyList<(TimeSpan Latency, bool Succeeded)> runs)
    {
        var sorted = runs.Select(run => run.Latency.TotalMilliseconds).Order().ToList();
        return new(At(sorted, 0.5), At(sorted, 0.99), At(sorted, 1), runs.Count(run => !run.Succeeded));
    }

    // The smallest that so large a share does not exceed.
    private static double At(List<double> sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);
}
