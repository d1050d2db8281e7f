using NodaTime;

namespace TeamsConnectBot.Core.Rules;

/// <summary>The week as its owner lives it.</summary>
public static class OwnWeek
{
    /// <summary>
    /// The day somebody's week begins: Monday, unless they work on Sundays; then the first of the working days that run up to
    /// that Sunday (Sunday for Sunday–Thursday, Thursday for Thursday–Monday). Monday again for someone who works every day.
    /// </summary>
    public static IsoDayOfWeek FirstDay(IReadOnlySet<IsoDayOfWeek> workingDays)
    {
        ArgumentNullException.ThrowIfNull(workingDays);
        var first = IsoDayOfWeek.Monday;
        for (var day = IsoDayOfWeek.Sunday; day >= IsoDayOfWeek.Monday && workingDays.Contains(day); day--)
        {
            first = day;
        }

        return first;
    }

    /// <summary>The first date of the own week a date belongs to.</summary>
    public static LocalDate StartOf(LocalDate date, IReadOnlySet<IsoDayOfWeek> workingDays)
    {
        var behind = ((int)date.DayOfWeek - (int)FirstDay(workingDays) + 7) % 7;
        return date.PlusDays(-behind);
    }
}
