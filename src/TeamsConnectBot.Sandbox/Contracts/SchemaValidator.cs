using NodaTime.Text;

namespace TeamsConnectBot.Sandbox.Contracts;

/// <summary>Validates JSON against a declared type: property names, value types, and the values of enumerations.</summary>
/// <param name="table">The declarations of all types.</param>
/// <param name="takesUnknown">Whether unknown properties are accepted.</param>
internal sealed class SchemaValidator(SchemaTable table, bool takesUnknown)
{
    private const string Collection = "Collection(";

    /// <summary>Every violation with its path; empty when the JSON is valid.</summary>
    public IEnumerable<SchemaProblem> Problems(JsonElement value, string type, string path = "") =>
        value.ValueKind == JsonValueKind.Null ? []
        : type.StartsWith(Collection, StringComparison.Ordinal) ? Items(value, type[Collection.Length..^1], path)
        : table.Find(type) is { } known ? Members(value, known, path)
        : table.Enumeration(type) is { } values
            ? Wrong(IsText(value, text => values.Contains(text, StringComparer.Ordinal)), value, type, path)
        : Wrong(Fits(value, type), value, type, path);

    private IEnumerable<SchemaProblem> Items(JsonElement value, string type, string path) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((item, index) => Problems(item, type, $"{path}[{index}]"))
        : [new SchemaProblem(path, $"Collection({type})", null)];

    private IEnumerable<SchemaProblem> Members(JsonElement value, SchemaType declared, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [new SchemaProblem(path, declared.Name, null)];
        }

        var type = Named(value) is { } named && named.Is(declared) ? named : declared;
        return value.EnumerateObject().Where(property => !property.Name.Contains('@', StringComparison.Ordinal)).SelectMany(property =>
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            return type.Properties.TryGetValue(property.Name, out var expected) ? Problems(property.Value, expected, at)
                : takesUnknown || type.Navigations.Contains(property.Name) ? []
                : [new SchemaProblem(at, type.Name, property.Name)];
        });
    }

    private SchemaType? Named(JsonElement value) =>
        value.TryGetProperty("@odata.type", out var name) && name.ValueKind == JsonValueKind.String
            ? table.Find(name.GetString()!.Split('.')[^1])
            : null;

    private static IEnumerable<SchemaProblem> Wrong(bool fits, JsonElement value, string type, string path) =>
        fits ? [] : [new SchemaProblem(path, type, null) { Value = TextOf(value) }];

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    // A type that the table does not describe is not validated.
    private static bool Fits(JsonElement value, string type) => type switch
    {
        "String" => value.ValueKind == JsonValueKind.String,
        "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "Int32" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "Double" => value.ValueKind == JsonValueKind.Number,
        "Object" => value.ValueKind == JsonValueKind.Object,
        "DateTimeOffset" => IsText(value, text => OffsetDateTimePattern.ExtendedIso.Parse(text).Success),
        "Date" => IsText(value, text => LocalDatePattern.Iso.Parse(text).Success),
        "TimeOfDay" => IsText(value, text => LocalTimePattern.ExtendedIso.Parse(text).Success),
        _ => true,
    };

    private static bool IsText(JsonElement value, Func<string, bool> fits) =>
        value.ValueKind == JsonValueKind.String && fits(value.GetString()!);
}
