using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using TeamsConnectBot.Sandbox.Entra;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The HTTP side of Graph: tokens in front, then the router or a batch.</summary>
internal sealed class GraphEndpoint(GraphRouter router, BatchEndpoint batch, MailboxConcurrency mailboxes, EntraTokens tokens)
{
    public async Task HandleAsync(HttpContext context)
    {
        var reply = await tokens.RefusalAsync(context.Request.Headers.Authorization, EntraTokens.Graph) is { } refusal
            ? GraphReply.Error(401, "InvalidAuthenticationToken", refusal)
            : await AnswerAsync(context);
        await WriteAsync(context.Response, reply);
    }

    private async ValueTask<GraphReply> AnswerAsync(HttpContext context)
    {
        JsonDocument? body;
        try
        {
            body = await ReadBodyAsync(context.Request);
        }
        catch (JsonException failure)
        {
            return GraphReply.BadRequest("Unable to read JSON request payload. " + failure.Message);
        }

        using (body)
        {
            var request = Read(context.Request, body?.RootElement);
            if (request.Segments is ["$batch"] && request.Method == "POST")
            {
                return await batch.AnswerAsync(request);
            }

            using var place = mailboxes.TryEnter(request);
            return place.Granted ? await router.AnswerAsync(request) : MailboxConcurrency.Refusal;
        }
    }

    private static GraphCall Read(HttpRequest request, JsonElement? body)
    {
        // The raw target, because an id may hold an escaped slash.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = (end < 0 ? target : target[..end]).TrimEnd('/');
        var version = path.IndexOf('/', 1);
        return new GraphCall
        {
            Method = request.Method,
            BaseUrl = $"{request.Scheme}://{request.Host}{path[..version]}",
            Path = path[version..],
            Segments = GraphPaths.Split(path[(version + 1)..]),
            Query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Header = name => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            Body = body,
        };
    }

    private static async ValueTask<JsonDocument?> ReadBodyAsync(HttpRequest request) =>
        request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0
            ? await JsonDocument.ParseAsync(request.Body)
            : null;

    private static async Task WriteAsync(HttpResponse response, GraphReply reply)
    {
        response.StatusCode = reply.Status;
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
        response.Headers["request-id"] = id;
        response.Headers["client-request-id"] = id;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        if (reply.Json is { } json)
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            using (var writer = new Utf8JsonWriter(buffer))
            {
                json(writer);
            }

            response.ContentType = reply.ContentType;
            response.ContentLength = buffer.WrittenCount;
            await response.Body.WriteAsync(buffer.WrittenMemory);
        }
        else if (reply.Bytes is { } bytes)
        {
            response.ContentType = reply.ContentType;
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
        }
    }
}
