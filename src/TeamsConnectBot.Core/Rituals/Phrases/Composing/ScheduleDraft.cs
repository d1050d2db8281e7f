using TeamsConnectBot.Core.Rituals.Phrases.Pieces;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>The pieces of a schedule in the making; some may be proposed instead of written.</summary>
internal sealed record ScheduleDraft(ImmutableArray<Piece> Pieces)
{
    /// <summary>The pieces of a kind.</summary>
    public List<T> All<T>()
        where T : Piece => [.. Pieces.OfType<T>()];

    /// <summary>The first piece of a kind; null if there is none.</summary>
    public T? First<T>()
        where T : Piece => Pieces.OfType<T>().FirstOrDefault();

    /// <summary>Whether there is a piece of a kind.</summary>
    public bool Has<T>()
        where T : Piece => Pieces.Any(piece => piece is T);

    /// <summary>The draft with more pieces.</summary>
    public ScheduleDraft With(params IEnumerable<Piece> more) => new(Pieces.AddRange(more));

    /// <summary>The draft without some pieces.</summary>
    public ScheduleDraft Without(params IEnumerable<Piece> less) => new(Pieces.RemoveRange(less, ReferenceEqualityComparer.Instance));

    /// <summary>The draft without the pieces of a kind.</summary>
    public ScheduleDraft Without<T>()
        where T : Piece => Without(All<T>());

    /// <summary>The draft with one piece replaced.</summary>
    public ScheduleDraft Replace(Piece one, params IEnumerable<Piece> others) => Without(one).With(others);
}
