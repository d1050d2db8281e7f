namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>Finds the highest rate that is sustained: doubled until it no longer is; then the last gap is halved three times.</summary>
internal static class SustainedRate
{
    private const double First = 25;
    private const int Halvings = 3;
    private const double LongestPercentile99 = 200;

    // Far beyond what a disk that keeps its promises can do.
    private const double Highest = 12_800;

    /// <param name="tryAsync">Tries a rate.</param>
    /// <returns>The highest rate tried that was sustained, and the latencies there; null when even the first was not.</returns>
    public static async Task<(double Rate, Latencies At)?> FindAsync(Func<double, Task<Latencies>> tryAsync)
    {
        (double Rate, Latencies At)? best = null;
        var rate = First;
        while (rate <= Highest && await IsSustainedAsync(rate))
        {
            rate *= 2;
        }

        var step = rate / 4;
        for (var halving = 0; halving < Halvings && best is { } known; halving++, step /= 2)
        {
            await IsSustainedAsync(known.Rate + step);
        }

        return best;

        async Task<bool> IsSustainedAsync(double tried)
        {
            var latencies = await tryAsync(tried);
            await Console.Error.WriteLineAsync($"{tried} a second: 99 % within {latencies.Percentile99} ms, {latencies.Failed} failed");
            if (latencies.Failed > 0 || latencies.Percentile99 >= LongestPercentile99)
            {
                return false;
            }

            best = (tried, latencies);
            return true;
        }
    }
}
