using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads exceptions: 'behalve woensdag', 'except on Fridays', 'not on holidays'.</summary>
internal static class ExceptReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        if (!at.Take(Sense.Except))
        {
            return null;
        }

        at.Skip(Sense.On, Sense.Article, Sense.In, Sense.Every);

        // A ritual does not take place on public holidays anyway.
        if (at.Take(Sense.Holiday))
        {
            return new ExceptPiece([], at.Since(start));
        }

        if (at.IsAny(Sense.Ordinal, Sense.Month) || DateReader.StartsDate(at))
        {
            _ = OrdinalReader.Read(at) ?? DateReader.Read(at);
            at.Skip(Sense.Month);
            return new FaultPiece(QuestionKind.NotPossible, at.Since(start));
        }

        return DaysReader.TakeDays(at) is { } days ? new ExceptPiece(days, at.Since(start)) : null;
    }
}
