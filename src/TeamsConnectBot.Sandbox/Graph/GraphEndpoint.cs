using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using TeamsConnectBot.Sandbox.Entra;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The HTTP side of Graph: checks the token, then passes the request to the router or the batch endpoint.</summary>
internal sealed class GraphEndpoint(GraphRouter router, BatchEndpoint batch, MailboxConcurrency mailboxes, EntraTokens tokens)
{
    public async Task HandleAsync(HttpContext context)
    {
        var reply = await tokens.RefusalAsync(context.Request.Headers.Authorization, tokens.Cloud.Graph) is { } refusal
            ? GraphReply.Error(401, "InvalidAuthenticationToken", refusal)
            : await AnswerAsync(context);
        await WriteAsync(context.Response, reply);
    }

    private async ValueTask<GraphReply> AnswerAsync(HttpContext context)
    {
        var hasBody = context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0;
        try
        {
            using var body = hasBody ? await JsonDocument.ParseAsync(context.Request.Body) : null;
            var request = Read(context.Request, body?.RootElement);
            if (request.Segments is ["$batch"] && request.Method == "POST")
            {
                return await batch.AnswerAsync(request);
            }

            using var admission = mailboxes.TryEnter(request);
            return admission.Granted ? await router.AnswerAsync(request) : MailboxConcurrency.Refusal;
        }
        catch (JsonException failure)
        {
            return GraphReply.BadRequest("Unable to read JSON request payload. " + failure.Message);
        }
    }

    private static GraphCall Read(HttpRequest request, JsonElement? body)
    {
        // The raw target, because an id may contain an escaped slash.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0].TrimEnd('/');
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

        ReadOnlyMemory<byte>? content = reply.Json is { } json ? Bytes(json) : reply.Bytes;
        if (content is { } bytes)
        {
            response.ContentType = reply.ContentType;
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
        }
    }

    private static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> json)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            json(writer);
        }

        return buffer.WrittenMemory;
    }
}
