using System.Collections.Immutable;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>The pieces a schedule is made of, some of them perhaps proposed instead of written.</summary>
internal sealed record Draft(ImmutableArray<Piece> Pieces)
{
    /// <summary>The pieces of a kind.</summary>
    public List<T> All<T>()
        where T : Piece => [.. Pieces.OfType<T>()];

    /// <summary>The first piece of a kind; null when there is none.</summary>
    public T? First<T>()
        where T : Piece => Pieces.OfType<T>().FirstOrDefault();

    /// <summary>Whether there is a piece of a kind.</summary>
    public bool Has<T>()
        where T : Piece => Pieces.Any(piece => piece is T);

    /// <summary>The same with more pieces.</summary>
    public Draft With(params IEnumerable<Piece> more) => new(Pieces.AddRange(more));

    /// <summary>The same without some pieces.</summary>
    public Draft Without(params IEnumerable<Piece> less) => new(Pieces.RemoveRange(less, ReferenceEqualityComparer.Instance));

    /// <summary>The same with one piece instead of another.</summary>
    public Draft Replace(Piece one, params IEnumerable<Piece> others) => Without(one).With(others);
}
