using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>The unit an ordinal counts in.</summary>
internal enum OrdinalScope
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Every month.</summary>
    Month,

    /// <summary>A quarter of the year.</summary>
    Quarter,

    /// <summary>One named month.</summary>
    NamedMonth,
}

/// <summary>A piece of a phrase with one meaning.</summary>
internal abstract record Piece(TextSpan At);

/// <summary>A time or a range of times. A certain time wins over a less certain one: in '15:30 1 uur' the hour is a length.</summary>
internal sealed record ClockPiece(Clock Start, Clock? End, ClockForm Form, TextSpan At, int Value = 0) : Piece(At);

/// <summary>'in the afternoon'.</summary>
internal sealed record DayPartPiece(DayPart Part, TextSpan At) : Piece(At);

/// <summary>The length in minutes.</summary>
internal sealed record LengthPiece(int Minutes, TextSpan At) : Piece(At);

/// <summary>Days of the week: every one, or by their ordinals in a month.</summary>
internal sealed record WeekdaysPiece(
    ImmutableArray<IsoDayOfWeek> Days, ImmutableArray<int> Ordinals, OrdinalScope Scope, int Month, bool Every, TextSpan At) : Piece(At);

/// <summary>The first, second or last working day of a month.</summary>
internal sealed record WorkingDayOfMonthPiece(int Ordinal, OrdinalScope Scope, TextSpan At) : Piece(At);

/// <summary>Days of the month.</summary>
internal sealed record MonthDaysPiece(ImmutableArray<int> Days, bool Every, TextSpan At) : Piece(At);

/// <summary>A date; without a year it is the first one from today on.</summary>
internal sealed record DatePiece(DateSpec Date, bool Every, TextSpan At) : Piece(At);

/// <summary>'every two weeks'. Quarters are months counted from January.</summary>
internal sealed record IntervalPiece(RecurrenceFrequency Frequency, int Count, TextSpan At, bool IsQuarters = false) : Piece(At);

/// <summary>'twice a week'.</summary>
internal sealed record TimesPerPiece(int Times, RecurrenceFrequency Frequency, TextSpan At) : Piece(At);

/// <summary>'once': not recurring.</summary>
internal sealed record OncePiece(TextSpan At) : Piece(At);

/// <summary>Not before a date.</summary>
internal sealed record FromPiece(LocalDate Date, TextSpan At) : Piece(At);

/// <summary>Not after a date. Whether the date itself is included is null if not said.</summary>
internal sealed record UntilPiece(LocalDate Date, bool? Included, TextSpan At) : Piece(At);

/// <summary>'10 times'.</summary>
internal sealed record CountPiece(int Count, TextSpan At) : Piece(At);

/// <summary>'for six weeks', counted from the first occurrence.</summary>
internal sealed record LastingPiece(Period Period, TextSpan At) : Piece(At);

/// <summary>Not on these days of the week.</summary>
internal sealed record ExceptPiece(ImmutableArray<IsoDayOfWeek> Days, TextSpan At) : Piece(At);

/// <summary>The ritual's name.</summary>
internal sealed record NamePiece(string Name, TextSpan At) : Piece(At);

/// <summary>'next week' without a day.</summary>
internal sealed record PeriodPiece(LocalDate First, LocalDate Last, TextSpan At) : Piece(At);

/// <summary>Unknown words. Words that say something about the time, even if it is not clear what, cannot be a name.</summary>
internal sealed record UnknownPiece(string Words, bool SaysWhen, TextSpan At) : Piece(At);

/// <summary>Something that is wrong by itself.</summary>
internal sealed record FaultPiece(QuestionKind Kind, TextSpan At) : Piece(At);

/// <summary>A piece with several possible meanings. A forced one is asked about even if only one of them fits the rest.</summary>
internal sealed record ChoicePiece(QuestionKind Kind, ImmutableArray<Piece> Options, bool Forced, TextSpan At) : Piece(At);

/// <summary>'Every second Tuesday', read as every two weeks.</summary>
internal sealed record EveryNthWeekPiece(WeekdaysPiece Days, int Weeks) : Piece(Days.At);

/// <summary>The final time: minutes after midnight, and the length if a range gave it.</summary>
internal sealed record TimePiece(int Minute, int? Length, TextSpan At) : Piece(At);
