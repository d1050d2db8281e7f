using NodaTime;

namespace TeamsConnectBot.Core.Availability;

/// <summary>When the clock changes every year: the n-th weekday of a month.</summary>
/// <param name="Month">1 … 12.</param>
/// <param name="DayOfWeek">The day of the week.</param>
/// <param name="Occurrence">1 … 4 for the first to the fourth of the month, 5 for the last.</param>
/// <param name="Time">The local time, on the clock before the change.</param>
/// <param name="Year">0: every year. A single year is not understood.</param>
public readonly record struct ClockChange(int Month, IsoDayOfWeek DayOfWeek, int Occurrence, LocalTime Time, int Year = 0)
{
    internal bool IsUnderstood =>
        Month is >= 1 and <= 12 && Occurrence is >= 1 and <= 5 && DayOfWeek is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday && Year == 0;

    internal Instant In(int year, Offset before) =>
        LocalDate.FromYearMonthWeekAndDay(year, Month, Occurrence, DayOfWeek).At(Time).WithOffset(before).ToInstant();
}
