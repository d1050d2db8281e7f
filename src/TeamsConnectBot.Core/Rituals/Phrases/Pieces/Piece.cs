using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Pieces;

/// <summary>A piece of a phrase that says one thing.</summary>
internal abstract record Piece(Span At);

/// <summary>A time or a range of them. The less certain give way to the more certain: in '15:30 1 uur' the hour is a length.</summary>
internal sealed record ClockPiece(Clock Start, Clock? End, ClockForm Form, Span At, int Value = 0) : Piece(At);

/// <summary>'in the afternoon'.</summary>
internal sealed record DayPartPiece(DayPart Part, Span At) : Piece(At);

/// <summary>How long it lasts, in minutes.</summary>
internal sealed record LengthPiece(int Minutes, Span At) : Piece(At);

/// <summary>Days of the week, all of them or the ordinals of them in a month.</summary>
internal sealed record WeekdaysPiece(ImmutableArray<IsoDayOfWeek> Days, ImmutableArray<int> Ordinals, OrdinalScope Scope, int Month, bool Every, Span At) : Piece(At);

/// <summary>The first, second or last working day of a month.</summary>
internal sealed record WorkingDayOfMonthPiece(int Ordinal, OrdinalScope Scope, Span At) : Piece(At);

/// <summary>Days of the month.</summary>
internal sealed record MonthDaysPiece(ImmutableArray<int> Days, bool Every, Span At) : Piece(At);

/// <summary>A date; its year may have been left out, and then it is the nearest from today on.</summary>
internal sealed record DatePiece(DateSpec Date, bool Every, Span At) : Piece(At);

/// <summary>'every two weeks'. Quarters are months that are counted from January.</summary>
internal sealed record IntervalPiece(RecurrenceFrequency Frequency, int Count, Span At, bool IsQuarters = false) : Piece(At);

/// <summary>'twice a week'.</summary>
internal sealed record TimesPerPiece(int Times, RecurrenceFrequency Frequency, Span At) : Piece(At);

/// <summary>'once': not a recurring one.</summary>
internal sealed record OncePiece(Span At) : Piece(At);

/// <summary>Not before a date.</summary>
internal sealed record FromPiece(LocalDate Date, Span At) : Piece(At);

/// <summary>Not after a date; null when it isn't said whether the date itself counts.</summary>
internal sealed record UntilPiece(LocalDate Date, bool? Included, Span At) : Piece(At);

/// <summary>So many times.</summary>
internal sealed record CountPiece(int Count, Span At) : Piece(At);

/// <summary>For so long from the first one.</summary>
internal sealed record LastingPiece(Period Period, Span At) : Piece(At);

/// <summary>Not on these days of the week.</summary>
internal sealed record ExceptPiece(ImmutableArray<IsoDayOfWeek> Days, Span At) : Piece(At);

/// <summary>The ritual's name.</summary>
internal sealed record NamePiece(string Name, Span At) : Piece(At);

/// <summary>'next week' without a day.</summary>
internal sealed record StretchPiece(LocalDate First, LocalDate Last, Span At) : Piece(At);

/// <summary>Words that say nothing known. What says when, if not what, can't be a name.</summary>
internal sealed record UnknownPiece(string Words, bool SaysWhen, Span At) : Piece(At);

/// <summary>Something that is wrong in itself.</summary>
internal sealed record FaultPiece(QuestionKind Kind, Span At) : Piece(At);

/// <summary>A piece that could be several. A forced one is asked about even when only one of them makes sense with the rest.</summary>
internal sealed record ChoicePiece(QuestionKind Kind, ImmutableArray<Piece> Options, bool Forced, Span At) : Piece(At);

/// <summary>'Every second Tuesday', read as every two weeks.</summary>
internal sealed record EveryNthWeekPiece(WeekdaysPiece Days, int Weeks) : Piece(Days.At);

/// <summary>The time, decided: minutes after midnight, and the length where a range gave it.</summary>
internal sealed record TimePiece(int Minute, int? Length, Span At) : Piece(At);
