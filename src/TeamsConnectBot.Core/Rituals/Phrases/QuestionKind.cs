namespace TeamsConnectBot.Core.Rituals.Phrases;

/// <summary>What a <see cref="Question"/> asks.</summary>
public enum QuestionKind
{
    /// <summary>Nothing in the phrase says when.</summary>
    NothingFound,

    /// <summary>The phrase is longer than anybody's description of a moment.</summary>
    PhraseTooLong,

    /// <summary>Words that aren't understood; the proposals leave them out or take them for the name.</summary>
    UnknownWords,

    /// <summary>A misspelt word that could be two.</summary>
    WhichWord,

    /// <summary>No day.</summary>
    WhichDay,

    /// <summary>No time.</summary>
    WhichTime,

    /// <summary>An hour that could be in the morning or the afternoon.</summary>
    MorningOrAfternoon,

    /// <summary>'Half ten' where the language can't be seen.</summary>
    WhichHalfHour,

    /// <summary>Two numbers that could be a range or minutes before the hour.</summary>
    RangeOrBeforeTheHour,

    /// <summary>A time that doesn't exist, or not in the part of the day that is named.</summary>
    NoSuchTime,

    /// <summary>More than one time.</summary>
    OneTimeOnly,

    /// <summary>A length of nothing, above twelve hours, of more hours than is usual, or two different ones.</summary>
    HowLong,

    /// <summary>A range whose end lies before its begin.</summary>
    EndsBeforeItBegins,

    /// <summary>A date that doesn't exist.</summary>
    NoSuchDate,

    /// <summary>Numbers that could be day and month either way.</summary>
    DayOrMonthFirst,

    /// <summary>A date that has passed.</summary>
    DateHasPassed,

    /// <summary>A day of the week that isn't that date's.</summary>
    DayAndDateDiffer,

    /// <summary>'Next Tuesday' where it could be this week's or next week's.</summary>
    WhichWeek,

    /// <summary>'Biweekly', 'every second Tuesday': an interval that could be two.</summary>
    HowOften,

    /// <summary>A month's or year's ritual without saying which of its days.</summary>
    WhichDayOfMonth,

    /// <summary>Pieces that contradict each other.</summary>
    Contradiction,

    /// <summary>Whether the last date itself still counts.</summary>
    LastDateIncluded,

    /// <summary>Something a ritual can't do, such as every hour.</summary>
    NotPossible,

    /// <summary>It would end before it begins.</summary>
    NeverHappens,
}
