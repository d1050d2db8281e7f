namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>A date as written.</summary>
/// <param name="Year">The year; null if it was left out.</param>
/// <param name="Month">1 … 12.</param>
/// <param name="Day">1 … 31, perhaps a day the month does not have.</param>
/// <param name="Weekday">The day of the week, if written.</param>
internal readonly record struct DateSpec(int? Year, int Month, int Day, IsoDayOfWeek? Weekday = null)
{
    /// <summary>Whether the date exists in the written year, or in any year if it was left out.</summary>
    public bool Exists =>
        Month is >= 1 and <= 12 && Day >= 1 && Year is null or (>= 1900 and <= 9000)
        && Day <= CalendarSystem.Iso.GetDaysInMonth(Year ?? 2000, Month);

    /// <summary>A date with its year.</summary>
    public static DateSpec Of(LocalDate date) => new(date.Year, date.Month, date.Day);

    /// <summary>The date; without a year, the first one from a given day on. Only for a date that exists.</summary>
    public LocalDate From(LocalDate today)
    {
        if (Year is { } year)
        {
            return new LocalDate(year, Month, Day);
        }

        for (var candidate = today.Year; ; candidate++)
        {
            if (Day <= CalendarSystem.Iso.GetDaysInMonth(candidate, Month)
                && new LocalDate(candidate, Month, Day) is var date
                && date >= today)
            {
                return date;
            }
        }
    }
}
