using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a name that contains a day, as in 'Friday coffee: every Friday 15:30', if another day says when.</summary>
internal static class TitleReader
{
    private static readonly Sense[] Days =
    [
        Sense.Weekday, Sense.WorkingDay, Sense.Every, Sense.EveryOther, Sense.EveryDays, Sense.EveryWeeks, Sense.EveryMonths,
        Sense.EveryQuarters, Sense.Ordinal, Sense.BiWeekly,
    ];

    /// <summary>Reads it at the start of the phrase; null if there is none.</summary>
    public static NamePiece? Read(Cursor at, CleanText text)
    {
        at.Take(Sense.Weekday);
        at.Take(Sense.DayPart);
        var days = at.Position;
        at.Skip(Sense.Unknown, Sense.NameNoun);
        var hasNoun = at.Terms[days..at.Position].Exists(term => term.Sense == Sense.NameNoun);
        if (days == 0 || !hasNoun || !at.Terms[at.Position..].Exists(term => Days.Contains(term.Sense)))
        {
            return null;
        }

        var span = at.Since(0);
        return new NamePiece(text.Written[span.Start..span.End], span);
    }
}
