namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>The calendar week, which begins on Monday.</summary>
internal static class CalendarWeek
{
    /// <summary>Monday to Sunday.</summary>
    public static ImmutableArray<IsoDayOfWeek> Days { get; } = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>Monday to Friday.</summary>
    public static ImmutableArray<IsoDayOfWeek> WorkingDays { get; } = Days[..5];

    /// <summary>The Monday of a date's week.</summary>
    public static LocalDate StartOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
}
