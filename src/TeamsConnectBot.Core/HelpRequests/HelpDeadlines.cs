using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>Why a deadline can't be used.</summary>
public enum HelpDeadlineProblem
{
    /// <summary>It has passed.</summary>
    Passed,

    /// <summary>It leaves too little time to ask somebody and to meet.</summary>
    TooNear,

    /// <summary>It is further ahead than a question may be.</summary>
    TooFar,
}

/// <summary>By when somebody can ask to be helped: days in the asker's zone that are working days of the pool.</summary>
/// <param name="Now">The current moment.</param>
/// <param name="Zone">The asker's zone.</param>
/// <param name="Pool">The pool's working days; the hour at which a day ends is that of its working hours, in the asker's zone.</param>
public sealed record HelpDeadlines(Instant Now, DateTimeZone Zone, PoolCalendar Pool)
{
    /// <summary>How many working days ahead a deadline may be.</summary>
    public const int MostWorkingDays = 10;

    // With holidays, ten working days may take longer than a calendar is read ahead.
    private const int MostDays = 14;
    private const int UsualWorkingDays = 2;

    private LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>The end of the second working day after today, for a question that doesn't say by when.</summary>
    public LocalDate UsualDay => Ahead().ElementAt(UsualWorkingDays - 1);

    /// <summary>The end of the last day that can be chosen.</summary>
    public Instant Latest => EndOf(
        Ahead().Take(MostWorkingDays).LastOrDefault(day => Period.DaysBetween(Today, day) <= MostDays, UsualDay));

    /// <summary>The days that can be chosen, in order; at least one.</summary>
    /// <param name="earliest">The earliest moment that can be chosen.</param>
    public ImmutableArray<LocalDate> Days(Instant earliest)
    {
        var latest = Latest;
        return [.. Ahead().Prepend(Today).TakeWhile(day => EndOf(day) <= latest)
            .Where(day => Pool.IsWorkingDay(day) && EndOf(day) >= earliest)];
    }

    /// <summary>
    /// The moment of a deadline. A day without a time ends with its working hours; a day off, with those of the last working day before it.
    /// </summary>
    public Instant At(HelpDeadline deadline) => deadline.Time is { } time
        ? deadline.Day.At(time).InZoneLeniently(Zone).ToInstant()
        : EndOf(WorkingDayOf(deadline.Day));

    /// <summary>What is wrong with a deadline; null if nothing is.</summary>
    /// <param name="deadline">The moment.</param>
    /// <param name="earliest">The earliest moment that can be chosen.</param>
    public HelpDeadlineProblem? ProblemOf(Instant deadline, Instant earliest) =>
        deadline <= Now ? HelpDeadlineProblem.Passed
        : deadline < earliest ? HelpDeadlineProblem.TooNear
        : deadline > Latest ? HelpDeadlineProblem.TooFar
        : null;

    private LocalDate WorkingDayOf(LocalDate day)
    {
        for (var before = day; before >= Today; before = before.PlusDays(-1))
        {
            if (Pool.IsWorkingDay(before))
            {
                return before;
            }
        }

        return day;
    }

    private IEnumerable<LocalDate> Ahead()
    {
        for (var day = Pool.NextWorkingDay(Today); ; day = Pool.NextWorkingDay(day))
        {
            yield return day;
        }
    }

    private Instant EndOf(LocalDate day) => day.At(Pool.Hours.End).InZoneLeniently(Zone).ToInstant();
}
