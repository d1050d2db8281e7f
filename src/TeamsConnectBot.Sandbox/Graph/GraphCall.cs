using System.Text.Json;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One request to Graph: on its own or a part of a batch.</summary>
internal sealed class GraphCall
{
    private IReadOnlyList<string> arguments = [];

    public required string Method { get; init; }

    /// <summary>Below the version, decoded, split at slashes.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required Func<string, string?> Header { get; init; }

    /// <summary>The JSON body; null when there is none.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The address up to the version, such as <c>http://127.0.0.1:5000/v1.0</c>.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The address as it was asked for, below the version and without the query.</summary>
    public required string Path { get; init; }

    public bool IsBeta => BaseUrl.EndsWith("/beta", StringComparison.Ordinal);

    /// <summary>What stands in the path where the route has a name in braces, in order.</summary>
    public string Argument(int index) => arguments[index];

    public GraphCall With(IReadOnlyList<string> matched)
    {
        arguments = matched;
        return this;
    }

    public string? Option(string name) => Query.GetValueOrDefault(name);

    /// <summary>Whether a <c>Prefer</c> value starts with a name; gives what follows the equals sign.</summary>
    public string? Preference(string name)
    {
        foreach (var part in (Header("Prefer") ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
            {
                return part[(name.Length + 1)..].Trim('"');
            }
        }

        return null;
    }
}
