using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>Writes a <c>$batch</c> and reads its answer. Bodies stay as they arrived: each feature reads only what it may keep.</summary>
internal static class BatchFormat
{
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<BatchPart> parts, IReadOnlyList<int> indices)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("requests");
        foreach (var index in indices)
        {
            Write(json, parts[index], index);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Reads the answers by part number; an answer to a part that was never asked is left out.</summary>
    /// <exception cref="JsonException">The answer is not a batch answer.</exception>
    public static IEnumerable<(int Index, BatchAnswer Answer)> Read(ReadOnlyMemory<byte> body)
    {
        foreach (var response in JsonSlices.Items(body, "responses"))
        {
            if (ReadPart(response) is { } part)
            {
                yield return part;
            }
        }
    }

    private static void Write(Utf8JsonWriter json, BatchPart part, int index)
    {
        json.WriteStartObject();
        json.WriteString("id", index.ToString(CultureInfo.InvariantCulture));
        json.WriteString("method", part.Method);
        json.WriteString("url", part.Url);
        if (part.Prefer is not null || !part.Body.IsEmpty)
        {
            json.WriteStartObject("headers");
            if (!part.Body.IsEmpty)
            {
                json.WriteString("Content-Type", "application/json");
            }

            if (part.Prefer is not null)
            {
                json.WriteString("Prefer", part.Prefer);
            }

            json.WriteEndObject();
        }

        if (!part.Body.IsEmpty)
        {
            json.WritePropertyName("body");
            json.WriteRawValue(part.Body.Span);
        }

        json.WriteEndObject();
    }

    private static (int, BatchAnswer)? ReadPart(ReadOnlyMemory<byte> response)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(response.Span, JsonSlices.Lenient);
            if (envelope is null || !int.TryParse(envelope.Id, CultureInfo.InvariantCulture, out var index))
            {
                return null;
            }

            var wait = envelope.Headers?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value;
            var body = JsonSlices.Property(response, "body") ?? default;
            return (index, new BatchAnswer((HttpStatusCode)envelope.Status, RetryAfter.Parse(wait), body));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Envelope(string? Id, int Status, Dictionary<string, string>? Headers);
}
