namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Paths and queries as Graph takes them.</summary>
internal static class GraphPaths
{
    /// <summary>Decoded parts; an action may carry its namespace, and <c>()</c> after a function's name says nothing.</summary>
    public static IReadOnlyList<string> Split(string path) =>
    [
        .. path.Trim('/').Split('/').Select(Uri.UnescapeDataString).Select(part => part.EndsWith("()", StringComparison.Ordinal) ? part[..^2] : part),
    ];

    public static IReadOnlyDictionary<string, string> ReadQuery(string query) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
