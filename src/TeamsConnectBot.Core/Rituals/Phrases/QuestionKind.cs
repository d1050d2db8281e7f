namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>What a <see cref="Question"/> asks.</summary>
public enum QuestionKind
{
    /// <summary>Nothing in the phrase says when.</summary>
    NothingFound,

    /// <summary>The phrase is longer than any description of a moment.</summary>
    PhraseTooLong,

    /// <summary>Words that are not understood; the proposals leave them out or use them as the name.</summary>
    UnknownWords,

    /// <summary>A misspelt word that could stand for several words.</summary>
    WhichWord,

    /// <summary>The phrase has no day.</summary>
    WhichDay,

    /// <summary>The phrase has no time.</summary>
    WhichTime,

    /// <summary>An hour that could be in the morning or the afternoon.</summary>
    MorningOrAfternoon,

    /// <summary>'Half ten' in a phrase that could be Dutch or English.</summary>
    WhichHalfHour,

    /// <summary>Two numbers that could be a range of hours or minutes before the hour: 'ten to eleven'.</summary>
    RangeOrBeforeTheHour,

    /// <summary>A time that does not exist, or not in the named part of the day.</summary>
    NoSuchTime,

    /// <summary>More than one time.</summary>
    OneTimeOnly,

    /// <summary>A length of zero, above twelve hours or unusually long, or two different lengths.</summary>
    HowLong,

    /// <summary>A range that ends before it begins.</summary>
    EndsBeforeItBegins,

    /// <summary>A date that does not exist.</summary>
    NoSuchDate,

    /// <summary>A numeric date that could begin with the day or the month.</summary>
    DayOrMonthFirst,

    /// <summary>A date that has passed.</summary>
    DateHasPassed,

    /// <summary>A day of the week that does not match the date.</summary>
    DayAndDateDiffer,

    /// <summary>'Next Tuesday' if it could be this week's or next week's.</summary>
    WhichWeek,

    /// <summary>An interval with two possible meanings: 'biweekly', 'every second Tuesday'.</summary>
    HowOften,

    /// <summary>A monthly or yearly ritual without a day.</summary>
    WhichDayOfMonth,

    /// <summary>Pieces that contradict each other.</summary>
    Contradiction,

    /// <summary>Whether the last date is included.</summary>
    LastDateIncluded,

    /// <summary>Something a ritual cannot do, such as every hour.</summary>
    NotPossible,

    /// <summary>A ritual that would end before it begins.</summary>
    NeverHappens,
}
