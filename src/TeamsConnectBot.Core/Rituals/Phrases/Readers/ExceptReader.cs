using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads what is left out: 'behalve woensdag', 'except on Fridays', 'not on holidays'.</summary>
internal static class ExceptReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        if (!at.Take(Sense.Except))
        {
            return null;
        }

        at.Skip(Sense.On, Sense.Article, Sense.In, Sense.Every);

        // A ritual is left out on public holidays anyway.
        if (at.Take(Sense.Holiday))
        {
            return new ExceptPiece([], at.Since(start));
        }

        if (at.Is(Sense.Ordinal) || DateReader.StartsDate(at) || at.Is(Sense.Month))
        {
            _ = OrdinalReader.Read(at) ?? DateReader.Read(at);
            at.Skip(Sense.Month);
            return new FaultPiece(QuestionKind.NotPossible, at.Since(start));
        }

        return DaysReader.TakeDays(at) is { } days ? new ExceptPiece(days, at.Since(start)) : null;
    }
}
