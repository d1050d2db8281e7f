namespace TeamsConnectBot.Tests.Graph;

/// <summary>A request that the stub server received; the path is unescaped and without the version.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
