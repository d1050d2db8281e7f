namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A <c>$orderby</c>: one property and its direction.</summary>
internal sealed record GraphOrder(string Property, bool Descending)
{
    /// <summary>Reads the <c>$orderby</c> of a request; null when it has none.</summary>
    public static GraphOrder? Read(GraphCall request) => request.Option("$orderby") is not { } text
        ? null
        : text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [var property] => new GraphOrder(property, false),
            [var property, "asc"] => new GraphOrder(property, false),
            [var property, "desc"] => new GraphOrder(property, true),
            // Anything else is refused later as an unknown property.
            _ => new GraphOrder(text, false),
        };

    public IReadOnlyList<T> Apply<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        [.. Descending ? items.OrderByDescending(key, comparer) : items.OrderBy(key, comparer)];
}
