using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>How an event recurs, as Graph's patternedRecurrence says it. Its days are found the slow, obvious way: day by day.</summary>
internal sealed record EventRecurrence
{
    /// <summary>As Graph writes it: <c>daily</c>, <c>weekly</c>, <c>absoluteMonthly</c>, <c>relativeMonthly</c>, <c>absoluteYearly</c> or <c>relativeYearly</c>.</summary>
    public required string Type { get; init; }

    public required int Interval { get; init; }

    public ImmutableArray<IsoDayOfWeek> Days { get; init; } = [];

    public int DayOfMonth { get; init; }

    public int Month { get; init; }

    /// <summary><c>first</c> … <c>fourth</c> or <c>last</c>.</summary>
    public string Index { get; init; } = "first";

    public required LocalDate Start { get; init; }

    public LocalDate? End { get; init; }

    /// <summary>How many times there are; null for any number.</summary>
    public int? Count { get; init; }

    /// <summary>Decides which weeks a pattern of every other week with several days takes. Graph's own is Sunday.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; init; } = IsoDayOfWeek.Sunday;

    /// <summary>The zone the creator gave for the range; null for the event's.</summary>
    public string? Zone { get; init; }

    public IEnumerable<LocalDate> Until(LocalDate last) => DaysUntil(last).Take(Count ?? int.MaxValue);

    private IEnumerable<LocalDate> DaysUntil(LocalDate last)
    {
        for (var date = Start; date <= last && !(date > End); date = date.PlusDays(1))
        {
            if (Falls(date))
            {
                yield return date;
            }
        }
    }

    private bool Falls(LocalDate date) => Type switch
    {
        "daily" => Period.DaysBetween(Start, date) % Interval == 0,
        "weekly" => Days.Contains(date.DayOfWeek) && Period.DaysBetween(WeekOf(Start), WeekOf(date)) / 7 % Interval == 0,
        "absoluteMonthly" => Months(date) % Interval == 0 && date.Day == Clamped(date),
        "relativeMonthly" => Months(date) % Interval == 0 && IsAtIndex(date),
        "absoluteYearly" => date.Month == Month && (date.Year - Start.Year) % Interval == 0 && date.Day == Clamped(date),
        "relativeYearly" => date.Month == Month && (date.Year - Start.Year) % Interval == 0 && IsAtIndex(date),
        _ => throw new InvalidOperationException($"Graph knows no recurrence '{Type}'."),
    };

    // Outlook takes the last day of a month that is too short.
    private int Clamped(LocalDate date) => Math.Min(DayOfMonth, date.Calendar.GetDaysInMonth(date.Year, date.Month));

    private bool IsAtIndex(LocalDate date)
    {
        var matching = Enumerable.Range(1, date.Calendar.GetDaysInMonth(date.Year, date.Month))
            .Select(day => new LocalDate(date.Year, date.Month, day)).Where(day => Days.Contains(day.DayOfWeek)).ToList();
        var at = Index switch { "first" => 0, "second" => 1, "third" => 2, "fourth" => 3, _ => matching.Count - 1 };
        return at < matching.Count && matching[at] == date;
    }

    private int Months(LocalDate date) => (date.Year - Start.Year) * 12 + date.Month - Start.Month;

    private LocalDate WeekOf(LocalDate date) => date.PlusDays(-((date.DayOfWeek - FirstDayOfWeek + 7) % 7));
}
