namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>What a word means in a phrase. The comment after a sense says what the value of its terms means.</summary>
internal enum Sense
{
    Unknown,

    // Numbers and marks, from the lexer.
    Number, // the number
    Mark,
    QuotedName,

    // Days and dates.
    Weekday, // 1 Monday … 7 Sunday
    WorkingDay,
    Weekend,
    Month, // 1 … 12
    Ordinal, // 1 … 31, −1 last, −2 last but one
    RelativeDay, // days from today
    Next,
    This,
    End,
    Holiday,

    // Intervals.
    Every,
    EveryOther,
    EveryDays, // the number of days
    EveryWeeks, // the number of weeks
    EveryMonths, // the number of months
    EveryQuarters, // the number of quarters, counted from January
    EveryYears, // the number of years
    BiWeekly,
    BiMonthly,
    TooOften,
    ParityOfWeeks,
    Times,
    Once,
    Twice, // 2 twice, 3 three times

    // Units.
    Minute,
    HourMark, // 'uur', 'u', 'h': a time or a length after a number
    HourLength, // 'hour', 'uren': only a length
    Day,
    Week,
    MonthUnit,
    QuarterYear,
    Year,
    LengthWord, // minutes

    // Times.
    OClock,
    Half,
    OneAndHalf,
    Quarter, // of an hour or of a year
    Past,
    Before,
    To,
    Am,
    Pm,
    DayPart, // a DayPart
    Noon,
    Midnight,

    // Other words.
    At,
    On,
    Of,
    Per,
    In,
    From,
    Starting,
    Until,
    Through,
    For,
    And,
    Or,
    Except,
    Article,
    Filler,
    NameNoun,
}

/// <summary>A part of the day; the value of <see cref="Sense.DayPart"/>.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
    Lunch, // 'tussen de middag'
}
