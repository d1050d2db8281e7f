namespace TeamsConnectBot.Core.Rules.DryRuns;

/// <summary>Two numbers between which a number lies. They are whole fives, because more digits would say more than is known.</summary>
/// <param name="Least">The lower end.</param>
/// <param name="Most">The upper end.</param>
public readonly record struct Spread(int Least, int Most)
{
    private const int Step = 5;

    /// <summary>The whole fives outside two numbers.</summary>
    public static Spread Around(double least, double most) =>
        new((int)Math.Floor(least / Step) * Step, (int)Math.Ceiling(most / Step) * Step);

    /// <inheritdoc/>
    public override string ToString() => Least == Most ? $"{Least}" : $"{Least}–{Most}";
}
