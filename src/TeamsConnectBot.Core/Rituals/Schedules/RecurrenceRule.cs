namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>The unit of a <see cref="RecurrenceRule"/> (RFC 5545, FREQ).</summary>
public enum RecurrenceFrequency
{
    /// <summary>Days.</summary>
    Daily,

    /// <summary>Weeks, which begin on Monday.</summary>
    Weekly,

    /// <summary>Months.</summary>
    Monthly,

    /// <summary>Years.</summary>
    Yearly,
}

/// <summary>A day of the week in a rule (RFC 5545, one entry of BYDAY).</summary>
/// <param name="Day">Which day.</param>
/// <param name="Ordinal">Which of those days in the month: 1 … 5 from its start, −1 … −5 from its end; 0 is every one.</param>
public readonly record struct RuleDay(IsoDayOfWeek Day, int Ordinal = 0);

/// <summary>
/// The dates on which something recurs: the part of RFC 5545's RRULE that rituals need. Times and zones belong to
/// <see cref="RitualSchedule"/>. Two rules with the same days in a different order are equal.
/// </summary>
public sealed record RecurrenceRule
{
    /// <summary>The largest <see cref="Interval"/>.</summary>
    public const int MaxInterval = 999;

    /// <summary>The unit.</summary>
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>The number of units between occurrences, 1 to <see cref="MaxInterval"/>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>
    /// Days of the week, without duplicates. A weekly rule has at least one; only monthly and yearly rules have ordinals.
    /// </summary>
    public ImmutableArray<RuleDay> Days
    {
        get;
        init => field = [.. value.Distinct().OrderBy(day => PlaceInMonth(day.Ordinal)).ThenBy(day => day.Day)];
    } = [];

    /// <summary>Days of the month, 1 … 31, or −1 for the last one. Months without such a day are skipped.</summary>
    public ImmutableArray<int> MonthDays { get; init => field = [.. value.Distinct().OrderBy(PlaceInMonth)]; } = [];

    /// <summary>Months, 1 … 12; only in a yearly rule, which has at least one.</summary>
    public ImmutableArray<int> Months { get; init => field = [.. value.Distinct().Order()]; } = [];

    /// <summary>Which of the dates in a month, from its start (1 …) or its end (−1 …); null is all. Only in a monthly rule.</summary>
    public int? Position { get; init; }

    /// <summary>The number of occurrences after which it ends; skipped ones count too, as in RFC 5545.</summary>
    public int? Count { get; init; }

    /// <summary>The last date an occurrence may fall on; never together with <see cref="Count"/>.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Every day.</summary>
    public static RecurrenceRule Daily { get; } = new() { Frequency = RecurrenceFrequency.Daily };

    /// <summary>Every week on these days.</summary>
    public static RecurrenceRule Weekly(params IEnumerable<IsoDayOfWeek> days) =>
        new() { Frequency = RecurrenceFrequency.Weekly, Days = [.. days.Select(day => new RuleDay(day))] };

    /// <summary>Every month on the first (1), second … or last (−1) of a day of the week.</summary>
    public static RecurrenceRule Monthly(int ordinal, IsoDayOfWeek day) =>
        new() { Frequency = RecurrenceFrequency.Monthly, Days = [new RuleDay(day, ordinal)] };

    /// <inheritdoc/>
    public bool Equals(RecurrenceRule? other) =>
        other is not null
        && (Frequency, Interval, Position, Count, Until) == (other.Frequency, other.Interval, other.Position, other.Count, other.Until)
        && Days.SequenceEqual(other.Days)
        && MonthDays.SequenceEqual(other.MonthDays)
        && Months.SequenceEqual(other.Months);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Frequency, Interval, Days.Length, MonthDays.Length, Months.Length, Position, Count, Until);

    /// <summary>Why RFC 5545 or <see cref="RitualSchedule"/> does not accept this rule; null if both do.</summary>
    public string? Fault() => this switch
    {
        { Interval: < 1 or > MaxInterval } => $"INTERVAL is {Interval}; it must be 1 … {MaxInterval}.",
        { Count: < 1 or > 9999 } => $"COUNT is {Count}; it must be 1 … 9999.",
        { Count: not null, Until: not null } => "COUNT and UNTIL exclude each other.",
        { Position: 0 or < -31 or > 31 } => $"BYSETPOS is {Position}; it must be ±1 … 31.",
        { Frequency: RecurrenceFrequency.Weekly, Days.IsEmpty: true } => "A weekly rule needs BYDAY.",
        { Frequency: >= RecurrenceFrequency.Monthly, Days.IsEmpty: true, MonthDays.IsEmpty: true } =>
            "A monthly or yearly rule needs BYDAY or BYMONTHDAY.",
        { Frequency: RecurrenceFrequency.Yearly, Months.IsEmpty: true } => "A yearly rule needs BYMONTH.",
        { Frequency: not RecurrenceFrequency.Yearly, Months.IsEmpty: false } => "Only a yearly rule may have BYMONTH.",
        { Frequency: not RecurrenceFrequency.Monthly, Position: not null } => "Only a monthly rule may have BYSETPOS.",
        _ when Days.Any(day => day.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday || Math.Abs(day.Ordinal) > 5) =>
            "BYDAY has a day that does not exist.",
        _ when Frequency < RecurrenceFrequency.Monthly && Days.Any(day => day.Ordinal != 0) =>
            "Only a monthly or yearly rule may have ordinals in BYDAY.",
        _ when Frequency < RecurrenceFrequency.Monthly && !MonthDays.IsEmpty => "Only a monthly or yearly rule may have BYMONTHDAY.",
        _ when MonthDays.Any(day => day is 0 or < -31 or > 31) => "BYMONTHDAY has a day that does not exist.",
        _ when Months.Any(month => month is < 1 or > 12) => "BYMONTH has a month that does not exist.",
        _ => null,
    };

    // Sorts what counts from the end of the month after what counts from its start.
    private static int PlaceInMonth(int ordinal) => ordinal < 0 ? 100 + ordinal : ordinal;
}
