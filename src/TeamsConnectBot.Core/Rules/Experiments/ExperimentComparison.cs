namespace TeamsConnectBot.Core.Rules.Experiments;

/// <summary>The results of one variant of an experiment.</summary>
/// <param name="Invitations">Invitations sent.</param>
/// <param name="Met">Invitations after which people met.</param>
public readonly record struct ExperimentVariant(int Invitations, int Met)
{
    /// <summary>Meetings per invitation, 0 … 1; 0 without invitations.</summary>
    public double Share => Invitations == 0 ? 0 : (double)Met / Invitations;

    /// <summary>
    /// Whether the results can be shown without revealing anything about a few people: there must be enough people, and enough
    /// invitations both with and without a meeting.
    /// </summary>
    /// <param name="people">The number of different people invited.</param>
    /// <param name="groupMinimum">The minimum of each.</param>
    public bool IsLargeEnough(int people, int groupMinimum) =>
        people >= groupMinimum && Met >= groupMinimum && Invitations - Met >= groupMinimum;
}

/// <summary>A range that contains the true value with 95 % confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct ConfidenceInterval(double Low, double High);

/// <summary>
/// Compares the meetings per invitation of two variants of a rule. The intervals are Wilson's for each variant and Newcombe's (method 10)
/// for the difference, which are also valid for small numbers and for shares near 0 or 1.
/// </summary>
/// <param name="One">The first variant's share.</param>
/// <param name="Other">The second variant's share.</param>
/// <param name="Difference">The second share minus the first.</param>
public sealed record ExperimentComparison(ConfidenceInterval One, ConfidenceInterval Other, ConfidenceInterval Difference)
{
    private const double Z = 1.959963984540054;

    /// <summary>Whether one of the two is better with 95 % confidence.</summary>
    public bool IsDecided => Difference.Low > 0 || Difference.High < 0;

    /// <summary>Compares two variants.</summary>
    /// <param name="one">The first variant, with at least one invitation.</param>
    /// <param name="other">The second variant, with at least one invitation.</param>
    public static ExperimentComparison Of(ExperimentVariant one, ExperimentVariant other)
    {
        var (first, second) = (Wilson(one.Met, one.Invitations), Wilson(other.Met, other.Invitations));
        var difference = other.Share - one.Share;
        var low = difference - double.Hypot(other.Share - second.Low, first.High - one.Share);
        var high = difference + double.Hypot(second.High - other.Share, one.Share - first.Low);
        return new ExperimentComparison(first, second, new ConfidenceInterval(low, high));
    }

    /// <summary>Wilson's interval for a share.</summary>
    /// <param name="hits">The number of successes.</param>
    /// <param name="of">The total number, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is not positive, or the successes are not between 0 and the
    /// total.</exception>
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
}
