using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a week or month relative to this one: 'volgende week', 'this month', 'komende week'.</summary>
internal static class PeriodReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static PeriodPiece? Read(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.In, Sense.On, Sense.Of, Sense.Article);

        // 'Komende week' is next week, although 'komende' is otherwise the same as 'deze'.
        var isNext = at.Is(Sense.Next) || at.Peek().Text is "komende" or "komend" or "aankomende" or "coming" or "upcoming";
        if (!at.TakeAny(Sense.Next, Sense.This) || !at.TakeAny(Sense.Week, Sense.MonthUnit))
        {
            return null;
        }

        if (at.Previous.Sense == Sense.Week)
        {
            var monday = CalendarWeek.StartOf(at.Today).PlusWeeks(isNext ? 1 : 0);
            return new PeriodPiece(monday, monday.PlusDays(6), at.Since(start));
        }

        var first = at.Today.With(DateAdjusters.StartOfMonth).PlusMonths(isNext ? 1 : 0);
        return new PeriodPiece(first, first.With(DateAdjusters.EndOfMonth), at.Since(start));
    }
}
