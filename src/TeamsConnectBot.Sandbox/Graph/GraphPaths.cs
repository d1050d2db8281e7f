namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Paths and queries as Graph takes them.</summary>
internal static class GraphPaths
{
    private const string Alias = "graph.";

    /// <summary>Decoded parts. <c>()</c> after a function's name says nothing, and <c>graph.</c> stands for the namespace, as the SDK writes it.</summary>
    public static IReadOnlyList<string> Split(string path) =>
    [
        .. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)
            .Select(part => part.EndsWith("()", StringComparison.Ordinal) ? part[..^2] : part)
            .Select(part => part.StartsWith(Alias, StringComparison.Ordinal) ? "microsoft." + part : part),
    ];

    public static IReadOnlyDictionary<string, string> ReadQuery(string query) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
