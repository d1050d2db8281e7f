using System.Text.Json;

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

        var end = url.IndexOf('?', StringComparison.Ordinal);
        var path = (end < 0 ? url : url[..end]).Trim('/');
        var headers = Headers(item);
        var body = item.Property("body");
        var request = new GraphCall
        {
            Method = method.ToUpperInvariant(),
            BaseUrl = outer.BaseUrl,
            Path = "/" + path,
            Segments = GraphPaths.Split(path),
            Query = GraphPaths.ReadQuery(end < 0 ? "" : url[end..]),
            Header = name => headers.GetValueOrDefault(name),
            Body = body,
        };
        var withoutType = body is not null && !headers.ContainsKey("Content-Type")
            ? GraphReply.BadRequest("Write request id : " + id + " does not contain Content-Type header or body.")
            : null;
        return new BatchedRequest(id, request, DependsOnOf(item), withoutType);
    }

    private static Dictionary<string, string> Headers(JsonElement item)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (item.Property("headers") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var header in given.EnumerateObject())
            {
                headers[header.Name] = header.Value.ToString();
            }
        }

        return headers;
    }

    private static List<string> DependsOnOf(JsonElement item) =>
        item.Property("dependsOn") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(id => id.ToString())] : [];
}
