namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>Reads bodies as leniently as Graph does: names in any case, because Graph's own SDK sends actions in PascalCase.</summary>
internal static class JsonReading
{
    /// <summary>A property's value; null when it is absent or null.</summary>
    public static JsonElement? Property(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty(name, out var exact))
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    public static string? Text(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public static int? Number(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    /// <summary>The elements of an array; null when the property is not an array.</summary>
    public static JsonElement[]? List(this JsonElement element, string name) =>
        element.Property(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : null;
}
