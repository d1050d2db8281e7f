using TeamsConnectBot.Core.Rituals.Phrases.Lexing;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a phrase piece by piece: at every place the first reader that knows what stands there.</summary>
internal static class PieceReader
{
    // The order matters where words mean two things: '10 keer' before '10', 'half uur' before 'half tien', '3 mei' before '3'.
    private static readonly Func<Cursor, Piece?>[] Readers =
    [
        BoundsReader.Read,
        ExceptReader.Read,
        DateReader.Read,
        StretchReader.Read,
        IntervalReader.Read,
        OrdinalReader.Read,
        DaysReader.Read,
        LengthReader.Read,
        TimeReader.Read,
        DayPartOf,
        OnceOf,
    ];

    private static readonly Sense[] Connectives =
    [
        Sense.Mark, Sense.Article, Sense.Filler, Sense.And, Sense.At, Sense.On, Sense.Of, Sense.For, Sense.In, Sense.From, Sense.To,
    ];

    /// <summary>The pieces of a phrase.</summary>
    public static List<Piece> Read(Cursor at, CleanText text)
    {
        List<Piece> pieces = [];
        var words = new WordBlocks(text, at);
        if (TitleReader.Read(at, text) is { } title)
        {
            pieces.Add(title);
        }

        while (!at.AtEnd)
        {
            var start = at.Position;
            if (at.Is(Sense.QuotedName))
            {
                pieces.Add(new NamePiece(at.Peek().Text, new Span(at.Peek().Start, at.Peek().End)));
                at.Position++;
            }
            else if (!words.InName(start) && TryRead(at) is { } piece)
            {
                pieces.Add(piece);
                words.Close(start);
            }
            else
            {
                at.Position = start;
                words.Add(start, Connectives.Contains(at.Peek().Sense) || at.Peek() is { Sense: Sense.Number, Value: 1, Digits: 0 });
                at.Position = start + 1;
            }
        }

        words.Close(at.Position);
        pieces.AddRange(words.Pieces(hasQuotedName: pieces.Exists(piece => piece is NamePiece)));
        return pieces;
    }

    private static Piece? TryRead(Cursor at)
    {
        var start = at.Position;
        foreach (var read in Readers)
        {
            at.Position = start;
            if (read(at) is { } piece)
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
        var isOnce = at.Take(Sense.Once) || (at.Is(Sense.Number) && at.Peek().Value == 1 && at.Is(Sense.Times, 1) && (at.Position += 2) > 0);
        return isOnce ? new OncePiece(at.Since(start)) : null;
    }
}
