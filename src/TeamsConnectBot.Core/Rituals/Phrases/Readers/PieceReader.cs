using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a phrase piece by piece, each with the first reader that recognises it.</summary>
internal static class PieceReader
{
    // The order matters for words with two meanings: '10 keer' goes before '10', 'half uur' before 'half tien', '3 mei' before '3'.
    private static readonly Func<Cursor, Piece?>[] Readers =
    [
        BoundsReader.Read, ExceptReader.Read, DateReader.Read, PeriodReader.Read, IntervalReader.Read, OrdinalReader.Read,
        DaysReader.Read, LengthReader.Read, TimeReader.Read, DayPartOf, OnceOf,
    ];

    /// <summary>The pieces of a phrase.</summary>
    public static List<Piece> Read(Cursor at, CleanText text)
    {
        List<Piece> pieces = [];
        var words = new WordBlocks(text, at);
        if (at.Try(here => TitleReader.Read(here, text)) is { } title)
        {
            pieces.Add(title);
        }

        while (!at.AtEnd)
        {
            var start = at.Position;
            if (at.Take(Sense.QuotedName, out var quoted))
            {
                pieces.Add(new NamePiece(quoted.Text, at.Since(start)));
            }
            else if (!words.InName(start) && TryRead(at) is { } piece)
            {
                pieces.Add(piece);
                words.Close(start);
            }
            else
            {
                words.Add(start);
                at.Position = start + 1;
            }
        }

        words.Close(at.Position);
        pieces.AddRange(words.Pieces(hasQuotedName: pieces.Exists(piece => piece is NamePiece)));
        return pieces;
    }

    private static Piece? TryRead(Cursor at)
    {
        foreach (var read in Readers)
        {
            if (at.Try(read) is { } piece)
            {
                return piece;
            }
        }

        return null;
    }

    private static DayPartPiece? DayPartOf(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.In, Sense.Article);
        return at.Take(Sense.DayPart, out var part) ? new DayPartPiece((DayPart)part.Value, at.Since(start)) : null;
    }

    private static OncePiece? OnceOf(Cursor at)
    {
        var start = at.Position;
        var isOnce = at.Take(Sense.Once) || at.MoveIf(at.Is(Sense.Number) && at.Peek().Value == 1 && at.Is(Sense.Times, 1), 2);
        return isOnce ? new OncePiece(at.Since(start)) : null;
    }
}
