namespace TeamsConnectBot.Core.Insights;

/// <summary>A count given as a range.</summary>
/// <param name="Least">The lower end.</param>
/// <param name="Most">The upper end; null when there is none.</param>
public readonly record struct CountRange(int Least, int? Most)
{
    private static readonly int[] Steps =
    [
        0, 25, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 4000, 5000, 7500,
        10_000, 15_000, 20_000, 30_000, 50_000, 100_000,
    ];

    /// <summary>The range that contains a number; negative numbers count as 0.</summary>
    public static CountRange Of(int count)
    {
        var at = Array.FindLastIndex(Steps, step => step <= Math.Max(0, count));
        return new CountRange(Steps[at], at + 1 < Steps.Length ? Steps[at + 1] - 1 : null);
    }

    /// <inheritdoc/>
    public override string ToString() => Most is { } most ? $"{Least}–{most}" : $"≥ {Least}";
}

/// <summary>A share given as a range, in steps of ten percent.</summary>
/// <param name="Least">The lower end in percent.</param>
/// <param name="Most">The upper end in percent.</param>
public readonly record struct PercentRange(int Least, int Most)
{
    private const int Step = 10;

    /// <summary>The range that contains a share; shares outside 0 … 1 are clamped.</summary>
    public static PercentRange Of(double share)
    {
        var least = Math.Min(100 - Step, (int)(Math.Clamp(share, 0, 1) * 100) / Step * Step);
        return new PercentRange(least, least + Step);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Least}–{Most} %";
}
