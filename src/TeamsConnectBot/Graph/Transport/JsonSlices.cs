using System.Text.Json;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>
/// Slices a JSON answer without deserialising it, so that one unreadable item does not affect the others and what must not be kept
/// never becomes a string.
/// </summary>
internal static class JsonSlices
{
    public static JsonSerializerOptions Lenient { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>The object a slice holds, or null when it cannot be read as one.</summary>
    public static T? ReadOrNull<T>(ReadOnlyMemory<byte> json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The items of an array property of the outermost object.</summary>
    /// <exception cref="JsonException">There is no such array, or this is not JSON.</exception>
    public static List<ReadOnlyMemory<byte>> Items(ReadOnlyMemory<byte> json, string property)
    {
        var array = Property(json, property) ?? throw new JsonException($"'{property}' is missing.");
        var reader = new Utf8JsonReader(array.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"'{property}' is not an array.");
        }

        var items = new List<ReadOnlyMemory<byte>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(array, ref reader));
        }

        return items;
    }

    /// <summary>The value of a property of the outermost object, as raw JSON; null when it is missing.</summary>
    /// <exception cref="JsonException">This is not a JSON object.</exception>
    public static ReadOnlyMemory<byte>? Property(ReadOnlyMemory<byte> json, string property)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not a JSON object.");
        }

        ReadOnlyMemory<byte>? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals(property);
            reader.Read();
            var value = Value(json, ref reader);
            if (wanted)
            {
                found = value;
            }
        }

        return found;
    }

    /// <summary>A string property of the outermost object; null when it is missing or not a string.</summary>
    /// <exception cref="JsonException">This is not a JSON object.</exception>
    public static string? Text(ReadOnlyMemory<byte> json, string property)
    {
        if (Property(json, property) is not { } value)
        {
            return null;
        }

        var reader = new Utf8JsonReader(value.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    private static ReadOnlyMemory<byte> Value(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
