using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>A name that has a day in it, as 'Friday coffee: every Friday 15:30'; only when another day says when.</summary>
internal static class TitleReader
{
    private static readonly Sense[] Days =
    [
        Sense.Weekday, Sense.WorkingDay, Sense.Every, Sense.EveryOther, Sense.EveryDays, Sense.EveryWeeks, Sense.EveryMonths,
        Sense.EveryQuarters, Sense.Ordinal, Sense.BiWeekly,
    ];

    /// <summary>Reads it from the start of the phrase; null when it has none.</summary>
    public static NamePiece? Read(Cursor at, CleanText text)
    {
        at.Take(Sense.Weekday);
        at.Take(Sense.DayPart);
        var days = at.Position;
        at.Skip(Sense.Unknown, Sense.NameNoun);
        if (days > 0 && at.Position > days && at.Terms[days..at.Position].Exists(term => term.Sense == Sense.NameNoun) && at.Terms[at.Position..].Exists(term => Days.Contains(term.Sense)))
        {
            var span = at.Since(0);
            return new NamePiece(text.Written[span.Start..span.End], span);
        }

        at.Position = 0;
        return null;
    }
}
