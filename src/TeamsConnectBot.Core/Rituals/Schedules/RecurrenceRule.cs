using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>
/// The dates something recurs on: the part of RFC 5545's RRULE that rituals need. It says nothing of times or zones; those are the
/// <see cref="RitualSchedule"/>'s. Two rules are equal when they say the same, in whatever order their days were given.
/// </summary>
public sealed record RecurrenceRule
{
    private readonly ImmutableArray<RuleDay> days = [];
    private readonly ImmutableArray<int> monthDays = [];
    private readonly ImmutableArray<int> months = [];

    /// <summary>What is counted in.</summary>
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every how many of them, at least 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>Days of the week, without doubles. A weekly rule has at least one; ordinals only in monthly and yearly ones.</summary>
    public ImmutableArray<RuleDay> Days
    {
        get => days;
        init => days = [.. value.Distinct().Order()];
    }

    /// <summary>Days of the month, 1 … 31, or −1 for the last one. Months without such a day are skipped.</summary>
    public ImmutableArray<int> MonthDays
    {
        get => monthDays;
        init => monthDays = [.. value.Distinct().OrderBy(day => day < 0 ? 100 + day : day)];
    }

    /// <summary>Months, 1 … 12; only in a yearly rule, which has at least one.</summary>
    public ImmutableArray<int> Months
    {
        get => months;
        init => months = [.. value.Distinct().Order()];
    }

    /// <summary>Which one of the dates in a month, counted from its start (1 …) or end (−1 …); null is all of them. Only in a monthly rule.</summary>
    public int? Position { get; init; }

    /// <summary>After how many occurrences it ends; skipped ones count too, as in RFC 5545.</summary>
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
    public override int GetHashCode() => HashCode.Combine(Frequency, Interval, Days.Length, MonthDays.Length, Months.Length, Position, Count, Until);

    /// <summary>Why this is no rule RFC 5545 and <see cref="RitualSchedule"/> both know; null when it is one.</summary>
    public string? Fault() => this switch
    {
        { Interval: < 1 or > 999 } => $"INTERVAL {Interval} is not 1 … 999.",
        { Count: < 1 or > 9999 } => $"COUNT {Count} is not 1 … 9999.",
        { Count: not null, Until: not null } => "COUNT and UNTIL don't go together.",
        { Position: 0 or < -31 or > 31 } => $"BYSETPOS {Position} is not ±1 … 31.",
        { Frequency: RecurrenceFrequency.Weekly, Days.IsEmpty: true } => "A weekly rule names its days.",
        { Frequency: RecurrenceFrequency.Monthly, Days.IsEmpty: true, MonthDays.IsEmpty: true } => "A monthly rule names its days.",
        { Frequency: RecurrenceFrequency.Yearly, Days.IsEmpty: true, MonthDays.IsEmpty: true } => "A yearly rule names its days.",
        { Frequency: RecurrenceFrequency.Yearly, Months.IsEmpty: true } => "A yearly rule names its months.",
        { Frequency: not RecurrenceFrequency.Yearly, Months.IsEmpty: false } => "Only a yearly rule names months.",
        { Frequency: not RecurrenceFrequency.Monthly, Position: not null } => "Only a monthly rule has a BYSETPOS.",
        _ when Days.Any(day => day.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday || Math.Abs(day.Ordinal) > 5) => "BYDAY has a day that doesn't exist.",
        _ when Frequency < RecurrenceFrequency.Monthly && Days.Any(day => day.Ordinal != 0) => "Only a monthly or yearly rule counts its days.",
        _ when Frequency < RecurrenceFrequency.Monthly && !MonthDays.IsEmpty => "Only a monthly or yearly rule names days of the month.",
        _ when MonthDays.Any(day => day is 0 or < -31 or > 31) => "BYMONTHDAY has a day that doesn't exist.",
        _ when Months.Any(month => month is < 1 or > 12) => "BYMONTH has a month that doesn't exist.",
        _ => null,
    };
}
