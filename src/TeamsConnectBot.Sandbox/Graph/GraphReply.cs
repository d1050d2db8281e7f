using System.Text.Json;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>An answer of Graph's, before it is known whether it goes out alone or inside a batch.</summary>
internal sealed class GraphReply
{
    public required int Status { get; init; }

    /// <summary>Writes the JSON body, braces included; null when there is none.</summary>
    public Action<Utf8JsonWriter>? Json { get; init; }

    /// <summary>A body that isn't JSON.</summary>
    public byte[]? Bytes { get; init; }

    public string ContentType { get; init; } = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    public Dictionary<string, string> Headers { get; init; } = [];

    public static GraphReply Ok(Action<Utf8JsonWriter> json) => new() { Status = 200, Json = json };

    public static GraphReply Created(Action<Utf8JsonWriter> json) => new() { Status = 201, Json = json };

    public static GraphReply Empty(int status) => new() { Status = status };

    public static GraphReply Error(int status, string code, string message, string? retryAfter = null)
    {
        var reply = new GraphReply { Status = status, Json = writer => GraphErrors.Write(writer, code, message) };
        if (retryAfter is not null)
        {
            reply.Headers["Retry-After"] = retryAfter;
        }

        return reply;
    }

    public static GraphReply NotFound(string what) =>
        Error(404, "Request_ResourceNotFound", $"Resource '{what}' does not exist or one of its queried reference-property objects are not present.");

    public static GraphReply BadRequest(string message) => Error(400, "BadRequest", message);
}
