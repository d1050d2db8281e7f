using TeamsConnectBot.Sandbox.Contracts;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One request inside a batch.</summary>
internal sealed record BatchedRequest(string Id, GraphCall Request, IReadOnlyList<string> DependsOn, GraphReply? Refusal)
{
    public static BatchedRequest? Read(JsonElement item, GraphCall outer)
    {
        if (item.Text("id") is not { } id || item.Text("method") is not { } method || item.Text("url") is not { } url)
        {
            return null;
        }

        var (path, query) = url.Split('?', 2) is [var before, var after] ? (before.Trim('/'), after) : (url.Trim('/'), "");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (item.Property("headers") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var header in given.EnumerateObject())
            {
                headers[header.Name] = header.Value.ToString();
            }
        }

        var request = new GraphCall
        {
            Method = method.ToUpperInvariant(),
            BaseUrl = outer.BaseUrl,
            Path = "/" + path,
            Segments = GraphPaths.Split(path),
            Query = GraphPaths.ReadQuery(query),
            Header = name => headers.GetValueOrDefault(name),
            Body = item.Property("body"),
        };
        var refusal = request.Body is not null && !headers.ContainsKey("Content-Type")
            ? GraphReply.BadRequest($"Write request id : {id} does not contain Content-Type header or body.")
            : null;
        return new BatchedRequest(id, request, [.. item.List("dependsOn")?.Select(other => other.ToString()) ?? []], refusal);
    }
}
