using System.Text.Json.Nodes;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>A request as it arrived; the path is below the version and unescaped.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
