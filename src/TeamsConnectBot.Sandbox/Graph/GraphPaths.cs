namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Reads paths and queries as Graph does.</summary>
internal static class GraphPaths
{
    /// <summary>The decoded segments; the SDK uses <c>()</c>, which is dropped, and <c>graph.</c>, which is written in full.</summary>
    public static IReadOnlyList<string> Split(string path) =>
    [
        .. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)
            .Select(part => part.EndsWith("()", StringComparison.Ordinal) ? part[..^2] : part)
            .Select(part => part.StartsWith("graph.", StringComparison.Ordinal) ? "microsoft." + part : part),
    ];

    public static IReadOnlyDictionary<string, string> ReadQuery(string query) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
