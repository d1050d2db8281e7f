using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Pieces to propose where one is missing.</summary>
internal static class Proposals
{
    /// <summary>Every two weeks.</summary>
    public static Piece EveryTwoWeeks { get; } = new IntervalPiece(RecurrenceFrequency.Weekly, 2, Span.None);

    /// <summary>Monday to Friday.</summary>
    public static Piece EveryWorkingDay { get; } = Every([.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)]);

    /// <summary>Every week on these days.</summary>
    public static WeekdaysPiece Every(params IsoDayOfWeek[] days) => new([.. days], [], OrdinalScope.None, 0, true, Span.None);

    /// <summary>The first of a day in the month.</summary>
    public static WeekdaysPiece FirstOfMonth(IsoDayOfWeek day) => new([day], [1], OrdinalScope.Month, 0, true, Span.None);

    /// <summary>A time.</summary>
    public static TimePiece At(int hour, int minute) => new(hour * 60 + minute, null, Span.None);

    /// <summary>A date.</summary>
    public static DatePiece On(LocalDate date) => new(DateSpec.Of(date), false, Span.None);

    /// <summary>A draft of pieces.</summary>
    public static Draft Of(params Piece[] pieces) => new([.. pieces]);
}
