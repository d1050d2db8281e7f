using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a week or month counted from this one: 'volgende week', 'this month', 'komende week'.</summary>
internal static class StretchReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static StretchPiece? Read(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.In, Sense.On, Sense.Of, Sense.Article);

        // 'Komende week' is the one that comes, 'deze week' the one there is.
        var isNext = at.Is(Sense.Next) || at.Peek().Text is "komende" or "komend" or "aankomende" or "coming" or "upcoming";
        if (!at.Take(Sense.Next) && !at.Take(Sense.This))
        {
            return null;
        }

        var today = at.Today;
        var first = at.Peek().Sense switch
        {
            Sense.Week => today.PlusDays(1 - (int)today.DayOfWeek + (isNext ? 7 : 0)),
            Sense.MonthUnit => today.With(DateAdjusters.StartOfMonth).PlusMonths(isNext ? 1 : 0),
            _ => (LocalDate?)null,
        };
        if (first is not { } begin)
        {
            return null;
        }

        var last = at.Is(Sense.Week) ? begin.PlusDays(6) : begin.With(DateAdjusters.EndOfMonth);
        at.Position++;
        return new StretchPiece(begin, last, at.Since(start));
    }
}
