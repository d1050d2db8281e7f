using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// Writes a <c>$batch</c> and reads its answer. Response bodies stay raw bytes: each feature reads only what it may keep.
/// </summary>
internal static class BatchFormat
{
    private static readonly JsonSerializerOptions WithoutNulls =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Write(IReadOnlyList<BatchPart> parts, IReadOnlyList<int> indices)
    {
        var requests = from index in indices
                       let part = parts[index]
                       let type = part.Body is null ? null : "application/json"
                       let headers = type is null && part.Prefer is null ? null : new Headers(type, part.Prefer)
                       select new { Id = index.ToString(CultureInfo.InvariantCulture), part.Method, part.Url, headers, part.Body };
        return JsonSerializer.SerializeToUtf8Bytes(new { requests }, WithoutNulls);
    }

    /// <summary>Reads the answers by part number; an answer that belongs to no part is skipped.</summary>
    /// <exception cref="JsonException">The answer is not a batch answer.</exception>
    public static IEnumerable<(int Index, BatchAnswer Answer)> Read(ReadOnlyMemory<byte> body) =>
        JsonSlices.Items(body, "responses").Select(ReadPart).OfType<(int, BatchAnswer)>();

    private static (int, BatchAnswer)? ReadPart(ReadOnlyMemory<byte> response)
    {
        if (JsonSlices.ReadOrNull<Envelope>(response) is not { } envelope
            || !int.TryParse(envelope.Id, CultureInfo.InvariantCulture, out var index))
        {
            return null;
        }

        var wait = envelope.Headers?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value;
        var body = JsonSlices.Property(response, "body") ?? default;
        return (index, new BatchAnswer((HttpStatusCode)envelope.Status, RetryAfter.Parse(wait), body));
    }

    private sealed record Headers(
        [property: JsonPropertyName("Content-Type")] string? ContentType, [property: JsonPropertyName("Prefer")] string? Prefer);

    private sealed record Envelope(string? Id, int Status, Dictionary<string, string>? Headers);
}
