namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>What <c>$orderby</c> asks for: one property and its direction.</summary>
internal sealed record GraphOrder(string Property, bool Descending)
{
    /// <summary>Null when the request names no order.</summary>
    public static GraphOrder? Read(GraphCall request)
    {
        if (request.Option("$orderby") is not { } text)
        {
            return null;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [var property] => new GraphOrder(property, false),
            [var property, "asc"] => new GraphOrder(property, false),
            [var property, "desc"] => new GraphOrder(property, true),
            // Refused as a property nobody has.
            _ => new GraphOrder(text, false),
        };
    }

    public IReadOnlyList<T> Apply<T, TKey>(IEnumerable<T> items, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        [.. Descending ? items.OrderByDescending(key, comparer) : items.OrderBy(key, comparer)];
}
