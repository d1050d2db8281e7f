namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>The days off in an iCalendar file. With a problem it has no days: a part of a calendar is worse than none.</summary>
/// <param name="Days">The days, in order, each once.</param>
/// <param name="Past">How many days were left out because they have passed.</param>
/// <param name="Problems">What could not be read, in the order of the file.</param>
public sealed record CalendarFile(IReadOnlyList<CalendarDay> Days, int Past, IReadOnlyList<CalendarProblem> Problems)
{
    /// <summary>The most days that one event may last.</summary>
    public const int LongestEvent = 31;

    /// <summary>The most days that one file may have.</summary>
    public const int MostDays = 200;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 80;

    /// <summary>For how many years a day that comes back every year is listed.</summary>
    public const int YearsAhead = 5;
}

/// <summary>A day off in a calendar file.</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">Its name, as written in the file.</param>
public sealed record CalendarDay(LocalDate Date, string Name);

/// <summary>Something in a calendar file that cannot be read.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Trouble">What is wrong with it.</param>
/// <param name="Text">The line; shortened when it is long.</param>
public sealed record CalendarProblem(int Line, CalendarTrouble Trouble, string Text);

/// <summary>Why a line of a calendar file cannot be read.</summary>
public enum CalendarTrouble
{
    /// <summary>The file does not begin with a calendar.</summary>
    NotACalendar,

    /// <summary>The line is not a property, or begins or ends something at the wrong place.</summary>
    NotALine,

    /// <summary>The file ends in the middle of an event, or of the calendar.</summary>
    NotEnded,

    /// <summary>The event has no start.</summary>
    NoStart,

    /// <summary>The event has no name.</summary>
    NoName,

    /// <summary>The name is too long.</summary>
    LongName,

    /// <summary>The event takes part of a day.</summary>
    HasTime,

    /// <summary>It is not a date.</summary>
    NotADate,

    /// <summary>The event ends before it starts.</summary>
    EndsTooSoon,

    /// <summary>The event takes too many days.</summary>
    TooLong,

    /// <summary>The event comes back otherwise than every year on the same date, or with exceptions.</summary>
    ComesBackOtherwise,

    /// <summary>The file has too many days.</summary>
    TooMany,
}
