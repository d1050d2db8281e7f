namespace TeamsConnectBot.Core.Rules;

/// <summary>A person's own week, which depends on the days they work.</summary>
public static class OwnWeek
{
    /// <summary>
    /// The first day of a person's week: Monday, unless they work on Sundays; then the first of the consecutive working days up to that
    /// Sunday (Sunday for Sunday–Thursday, Thursday for Thursday–Monday). Monday again for a person who works every day.
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

    /// <summary>The first date of the own week that contains a date.</summary>
    public static LocalDate StartOf(LocalDate date, IReadOnlySet<IsoDayOfWeek> workingDays) =>
        date.With(DateAdjusters.PreviousOrSame(FirstDay(workingDays)));
}
