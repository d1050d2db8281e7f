namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>What a word does in a phrase. The comment says what its value is.</summary>
internal enum Sense
{
    Unknown,

    // Numbers and marks come from the lexer.
    Number, // its value
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
    EveryDays, // how many
    EveryWeeks,
    EveryMonths,
    EveryQuarters, // counted from January
    EveryYears,
    BiWeekly,
    BiMonthly,
    TooOften,
    ParityOfWeeks,
    Times,
    Once,
    Twice,

    // Units.
    Minute,
    HourMark, // 'uur', 'u', 'h': after a number a time or a length
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
    Quarter, // of an hour, or of a year
    Past,
    Before,
    To,
    Am,
    Pm,
    DayPart, // a DayPart
    Noon,
    Midnight,

    // The rest.
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
