using System.Buffers.Text;
using System.Text;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Pages of a collection, joined by links that are opaque to the caller.</summary>
internal static class Paging
{
    private const string Prefix = "RFNwdAIAAQAAA:";

    /// <summary>The page a request asks for; a refusal when its size or its token is invalid.</summary>
    public static GraphReply Page<T>(
        GraphCall request, IReadOnlyList<T> items, string context, int defaultSize, int mostSize, Action<Utf8JsonWriter, T> write)
    {
        var size = defaultSize;
        if (request.Option("$top") is { } top
            && (!int.TryParse(top, CultureInfo.InvariantCulture, out size) || size < 1 || size > mostSize))
        {
            return GraphReply.Error(
                400, "Request_BadRequest", $"Invalid page size specified: '{top}'. Must be between 1 and {mostSize} inclusive.");
        }

        var skipped = 0;
        if (request.Option("$skip") is { } skip && (!int.TryParse(skip, CultureInfo.InvariantCulture, out skipped) || skipped < 0))
        {
            return GraphReply.BadRequest($"Invalid value '{skip}' for $skip query option found. It must be a number of 0 or more.");
        }

        // The token of a link says where its page begins, so $skip is ignored then.
        var token = request.Option("$skiptoken");
        if ((token is null ? skipped : ReadToken(token)) is not { } offset || (offset > items.Count && offset != skipped))
        {
            return GraphReply.Error(
                400, "Directory_ExpiredPageToken",
                "The specified page token value has expired and can no longer be included in your request.");
        }

        var end = End(offset, size, items.Count);
        return GraphReply.List(request, context, items.Skip(offset).Take(end - offset), write, writer =>
        {
            if (request.Option("$count") == "true" && token is null)
            {
                writer.WriteNumber("@odata.count", items.Count);
            }

            if (end < items.Count)
            {
                writer.WriteString("@odata.nextLink", NextLink(request, end));
            }
        });
    }

    // Graph may put fewer items on a page than were asked for, and only a page without a link is the last. Every third page is one item
    // short, so that a service that takes a short page for the last one fails its tests.
    private static int End(int offset, int size, int count)
    {
        var end = offset + size;
        return end < count && size > 1 && offset / size % 3 == 1 ? end - 1 : Math.Min(end, count);
    }

    private static string NextLink(GraphCall request, int offset)
    {
        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Prefix + offset.ToString(CultureInfo.InvariantCulture)));
        var query = request.Query.Where(pair => pair.Key is not "$skiptoken" and not "$skip").Append(new("$skiptoken", token))
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
        return $"{request.BaseUrl}{request.Path}?{string.Join('&', query)}";
    }

    private static int? ReadToken(string token)
    {
        var bytes = new byte[token.Length];
        return Base64Url.TryDecodeFromChars(token, bytes, out var written)
            && Encoding.UTF8.GetString(bytes, 0, written) is var text && text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text[Prefix.Length..], CultureInfo.InvariantCulture, out var offset) && offset >= 0
                ? offset
                : null;
    }
}
