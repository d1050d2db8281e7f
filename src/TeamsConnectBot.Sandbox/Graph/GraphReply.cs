namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A Graph response, before it is known whether it is sent on its own or inside a batch.</summary>
internal sealed class GraphReply
{
    public required int Status { get; init; }

    /// <summary>Writes the JSON body; null when there is none.</summary>
    public Action<Utf8JsonWriter>? Json { get; init; }

    /// <summary>A body that isn't JSON.</summary>
    public byte[]? Bytes { get; init; }

    public string ContentType { get; init; } =
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    public Dictionary<string, string> Headers { get; init; } = [];

    public static GraphReply Ok(Action<Utf8JsonWriter> json) => new() { Status = 200, Json = json };

    /// <summary>One object, with its <c>@odata.context</c> in front.</summary>
    public static GraphReply One(GraphCall request, string context, JsonObject body, int status = 200)
    {
        body.Insert(0, "@odata.context", request.Context(context));
        return new GraphReply { Status = status, Json = writer => body.WriteTo(writer) };
    }

    /// <summary>A collection, with annotations such as the link to the next page in front of its members.</summary>
    public static GraphReply List<T>(
        GraphCall request, string context, IEnumerable<T> items, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter>? annotate = null)
    {
        return Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context(context));
            annotate?.Invoke(writer);
            writer.WriteStartArray("value");
            foreach (var item in items)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    public static GraphReply Empty(int status) => new() { Status = status };

    public static GraphReply Error(int status, string code, string message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString();
        var inner = new JsonObject
        {
            ["date"] = now.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = id,
            ["client-request-id"] = id,
        };
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["innerError"] = inner } };
        return new GraphReply { Status = status, Json = writer => body.WriteTo(writer) };
    }

    public static GraphReply Throttled(string retryAfter, string code = "TooManyRequests", string message = "Please retry again later.")
    {
        var reply = Error(429, code, message);
        reply.Headers["Retry-After"] = retryAfter;
        return reply;
    }

    public static GraphReply NotFound(string what) => Error(
        404, "Request_ResourceNotFound",
        $"Resource '{what}' does not exist or one of its queried reference-property objects are not present.");

    public static GraphReply BadRequest(string message) => Error(400, "BadRequest", message);
}
