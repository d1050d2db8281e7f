namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>
/// How an event recurs, as in Graph's <c>patternedRecurrence</c>. Its days are found in the slow, obvious way, day by day, so that tests
/// don't compare the service's recurrence with a copy of itself.
/// </summary>
internal sealed record EventRecurrence
{
    /// <summary><c>daily</c>, <c>weekly</c>, or <c>absolute</c> or <c>relative</c> with <c>Monthly</c> or <c>Yearly</c>.</summary>
    public required string Type { get; init; }

    public required int Interval { get; init; }

    public ImmutableArray<IsoDayOfWeek> Days { get; init; } = [];

    public int DayOfMonth { get; init; }

    public int Month { get; init; }

    /// <summary><c>first</c> … <c>fourth</c> or <c>last</c>.</summary>
    public string Index { get; init; } = "first";

    public required LocalDate Start { get; init; }

    public LocalDate? End { get; init; }

    /// <summary>The number of occurrences; null for no limit.</summary>
    public int? Count { get; init; }

    /// <summary>Where a week starts, which matters for a pattern of several days every other week. Graph's default is Sunday.</summary>
    public IsoDayOfWeek FirstDayOfWeek { get; init; } = IsoDayOfWeek.Sunday;

    /// <summary>The zone of the range; null for the event's own.</summary>
    public string? Zone { get; init; }

    public IEnumerable<LocalDate> Until(LocalDate last)
    {
        var end = LocalDate.Min(End ?? last, last);
        return end < Start ? [] : new DateInterval(Start, end).Where(FallsOn).Take(Count ?? int.MaxValue);
    }

    private bool FallsOn(LocalDate date) => Type switch
    {
        "daily" => Period.DaysBetween(Start, date) % Interval == 0,
        "weekly" => Days.Contains(date.DayOfWeek) && Period.DaysBetween(WeekOf(Start), WeekOf(date)) / 7 % Interval == 0,
        "absoluteMonthly" => Months(date) % Interval == 0 && date.Day == Clamped(date),
        "relativeMonthly" => Months(date) % Interval == 0 && IsAtIndex(date),
        "absoluteYearly" => date.Month == Month && (date.Year - Start.Year) % Interval == 0 && date.Day == Clamped(date),
        "relativeYearly" => date.Month == Month && (date.Year - Start.Year) % Interval == 0 && IsAtIndex(date),
        _ => throw new InvalidOperationException($"Graph has no recurrence type '{Type}'."),
    };

    // In a month that is too short, Outlook takes the last day.
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
