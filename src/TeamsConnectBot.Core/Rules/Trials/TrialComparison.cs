namespace TeamsConnectBot.Core.Rules.Trials;

/// <summary>One side of a trial.</summary>
/// <param name="Invitations">Invitations that went out.</param>
/// <param name="Met">Those after which people met.</param>
public readonly record struct TrialSide(int Invitations, int Met)
{
    /// <summary>Met per invitation, 0 … 1; 0 without invitations.</summary>
    public double Share => Invitations == 0 ? 0 : (double)Met / Invitations;

    /// <summary>
    /// Whether it can be counted without telling about a few: by its people, and by the invitations that did and did not lead to a
    /// meeting.
    /// </summary>
    /// <param name="people">How many different people they went to.</param>
    /// <param name="groupMinimum">The fewest of each.</param>
    public bool IsLargeEnough(int people, int groupMinimum) =>
        people >= groupMinimum && Met >= groupMinimum && Invitations - Met >= groupMinimum;
}

/// <summary>A range that holds the true value 95 times in 100.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct ConfidenceInterval(double Low, double High);

/// <summary>
/// What two versions of a rule came to, met per invitation. The intervals are Wilson's for each side and Newcombe's (method 10) for the
/// difference, which also hold for small numbers and shares near 0 or 1.
/// </summary>
/// <param name="One">The first version's share.</param>
/// <param name="Other">The second version's share.</param>
/// <param name="Difference">The second share minus the first.</param>
public sealed record TrialComparison(ConfidenceInterval One, ConfidenceInterval Other, ConfidenceInterval Difference)
{
    private const double Z = 1.959963984540054;

    /// <summary>Whether the interval tells one of the two to be better.</summary>
    public bool IsDecided => Difference.Low > 0 || Difference.High < 0;

    /// <summary>Compares two sides.</summary>
    /// <param name="one">The first version's side, with at least one invitation.</param>
    /// <param name="other">The second version's side, with at least one invitation.</param>
    public static TrialComparison Of(TrialSide one, TrialSide other)
    {
        var (first, second) = (Wilson(one.Met, one.Invitations), Wilson(other.Met, other.Invitations));
        var difference = other.Share - one.Share;
        var low = difference - Math.Sqrt(Square(other.Share - second.Low) + Square(first.High - one.Share));
        var high = difference + Math.Sqrt(Square(second.High - other.Share) + Square(one.Share - first.Low));
        return new TrialComparison(first, second, new ConfidenceInterval(low, high));
    }

    /// <summary>Wilson's interval for a share.</summary>
    /// <param name="hits">How many did.</param>
    /// <param name="of">Of how many; more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are no share.</exception>
    public static ConfidenceInterval Wilson(int hits, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, of);
        var share = (double)hits / of;
        var scale = 1 + (Z * Z / of);
        var centre = (share + (Z * Z / (2 * of))) / scale;
        var half = Z * Math.Sqrt((share * (1 - share) / of) + (Z * Z / (4.0 * of * of))) / scale;
        return new ConfidenceInterval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    private static double Square(double value) => value * value;
}
