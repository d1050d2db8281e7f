using TeamsConnectBot.Benchmarks.Load;

namespace TeamsConnectBot.Benchmarks.Against;

/// <summary>One thing that is measured of both versions. A new one is a class here and a line in <see cref="AgainstCommand"/>.</summary>
internal abstract record Part(string Name)
{
    /// <returns>The figures by name.</returns>
    /// <exception cref="CannotMeasureException">This version cannot do it.</exception>
    public abstract Task<IReadOnlyDictionary<string, double>> MeasureAsync(BuiltCommit commit, CancellationToken cancellation);
}
