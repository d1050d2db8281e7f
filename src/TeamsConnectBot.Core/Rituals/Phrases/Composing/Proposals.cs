using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Pieces to propose if one is missing.</summary>
internal static class Proposals
{
    /// <summary>Every two weeks.</summary>
    public static Piece EveryTwoWeeks { get; } = new IntervalPiece(RecurrenceFrequency.Weekly, 2, TextSpan.None);

    /// <summary>Monday to Friday.</summary>
    public static Piece EveryWorkingDay { get; } = Every([.. CalendarWeek.WorkingDays]);

    /// <summary>Every week on these days.</summary>
    public static WeekdaysPiece Every(params IsoDayOfWeek[] days) => new([.. days], [], OrdinalScope.None, 0, true, TextSpan.None);

    /// <summary>The first of a day of the week in the month, or the ones with these ordinals.</summary>
    public static WeekdaysPiece OfMonth(IsoDayOfWeek day, params ImmutableArray<int> ordinals) =>
        new([day], ordinals.IsEmpty ? [1] : ordinals, OrdinalScope.Month, 0, true, TextSpan.None);

    /// <summary>A time.</summary>
    public static TimePiece At(int minute) => new(minute, null, TextSpan.None);

    /// <summary>A date.</summary>
    public static DatePiece On(LocalDate date) => new(DateSpec.Of(date), false, TextSpan.None);
}
