using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>A day of the week in a rule (RFC 5545, one entry of BYDAY).</summary>
/// <param name="Day">Which day.</param>
/// <param name="Ordinal">Which of them in the month: 1 … 5 from its start, −1 … −5 from its end; 0 is every one.</param>
public readonly record struct RuleDay(IsoDayOfWeek Day, int Ordinal = 0) : IComparable<RuleDay>
{
    /// <inheritdoc/>
    public int CompareTo(RuleDay other) => (Rank(Ordinal), Day).CompareTo((Rank(other.Ordinal), other.Day));

    /// <summary>Whether one comes before the other in a rule's text.</summary>
    public static bool operator <(RuleDay left, RuleDay right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after the other in a rule's text.</summary>
    public static bool operator >(RuleDay left, RuleDay right) => left.CompareTo(right) > 0;

    /// <summary>Whether one doesn't come after the other.</summary>
    public static bool operator <=(RuleDay left, RuleDay right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one doesn't come before the other.</summary>
    public static bool operator >=(RuleDay left, RuleDay right) => left.CompareTo(right) >= 0;

    // The last of a month comes after the fifth.
    private static int Rank(int ordinal) => ordinal < 0 ? 100 + ordinal : ordinal;
}
