namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One request to Graph, sent on its own or inside a batch.</summary>
internal sealed class GraphCall
{
    private IReadOnlyList<string> arguments = [];

    public required string Method { get; init; }

    /// <summary>The path below the version, decoded and split at slashes.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required Func<string, string?> Header { get; init; }

    /// <summary>The JSON body; null when there is none.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The address up to and including the version, such as <c>http://127.0.0.1:5000/v1.0</c>.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The path below the version as it was requested, without the query.</summary>
    public required string Path { get; init; }

    public bool IsBeta => BaseUrl.EndsWith("/beta", StringComparison.Ordinal);

    /// <summary>The path segments that stand for the route's names in braces, in order.</summary>
    public string Argument(int index) => arguments[index];

    public GraphCall With(IReadOnlyList<string> matched)
    {
        arguments = matched;
        return this;
    }

    public string? Option(string name) => Query.GetValueOrDefault(name);

    public string Context(string entity) => $"{BaseUrl}/$metadata#{entity}";

    /// <summary>The value of a <c>name=value</c> preference in the <c>Prefer</c> header; null when it isn't there.</summary>
    public string? Preference(string name) => (Header("Prefer") ?? "").Split(',', StringSplitOptions.TrimEntries)
        .FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim('"');
}
