using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>A day, or several in a row.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; the first of a single day.</param>
public readonly record struct DaySpan(LocalDate First, LocalDate Last)
{
    /// <summary>A single day.</summary>
    public static DaySpan Of(LocalDate date) => new(date, date);

    /// <summary>Whether a date lies in it.</summary>
    public bool Contains(LocalDate date) => date >= First && date <= Last;
}

/// <summary>Which days a phrase is about.</summary>
/// <param name="Spans">What it can mean: one when it is clear, the likeliest first.</param>
/// <param name="Times">The next so many times instead of days; 0 when it is about days.</param>
/// <param name="Weekday">The day of the week, when nothing else was said.</param>
public sealed record DayReading(ImmutableArray<DaySpan> Spans, int Times = 0, IsoDayOfWeek? Weekday = null);
