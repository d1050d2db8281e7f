using System.Text.Json;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Core.Tests.Rules;

/// <summary>Validates JSON against the parts of JSON Schema that the schema of rules uses.</summary>
internal sealed class RuleSchemaValidator(string schema)
{
    private static readonly string[] Known =
    [
        "$schema", "$ref", "$defs", "title", "description", "type", "const", "enum", "minimum", "maximum", "minLength", "maxLength",
        "pattern", "minItems",
        "maxItems", "uniqueItems", "items", "required", "properties", "additionalProperties", "minProperties", "maxProperties",
    ];

    private readonly JsonElement root = JsonDocument.Parse(schema).RootElement;

    public JsonElement Root => root;

    public bool Accepts(string json) => Accepts(root, JsonDocument.Parse(json).RootElement);

    private bool Accepts(JsonElement rule, JsonElement value)
    {
        if (rule.EnumerateObject().Select(keyword => keyword.Name).Except(Known).ToList() is [var unknown, ..])
        {
            throw new NotSupportedException($"The schema uses {unknown}, which is not supported here.");
        }

        if (rule.TryGetProperty("$ref", out _))
        {
            return Accepts(root.GetProperty("$defs").GetProperty("condition"), value);
        }

        return (!rule.TryGetProperty("const", out var constant) || constant.GetRawText() == value.GetRawText())
            && (!rule.TryGetProperty("enum", out var choice)
                || choice.EnumerateArray().Any(one => value.ValueKind == JsonValueKind.String && one.GetString() == value.GetString()))
            && (!rule.TryGetProperty("type", out var type) || type.GetString() switch
            {
                "object" => Object(rule, value),
                "array" => Array(rule, value),
                "string" => Text(rule, value),
                _ => Whole(rule, value),
            });
    }

    private bool Object(JsonElement rule, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var properties = rule.GetProperty("properties");
        var fields = value.EnumerateObject().ToList();
        return fields.All(field => properties.TryGetProperty(field.Name, out var own) && Accepts(own, field.Value))
            && (!rule.TryGetProperty("required", out var required)
                || required.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)))
            && fields.Count >= Limit(rule, "minProperties", 0) && fields.Count <= Limit(rule, "maxProperties", int.MaxValue);
    }

    private bool Array(JsonElement rule, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var items = value.EnumerateArray().ToList();
        return items.Count >= Limit(rule, "minItems", 0) && items.Count <= Limit(rule, "maxItems", int.MaxValue)
            && items.All(item => Accepts(rule.GetProperty("items"), item))
            && (!rule.TryGetProperty("uniqueItems", out _) || items.Select(item => item.GetRawText()).Distinct().Count() == items.Count);
    }

    private static bool Text(JsonElement rule, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text
        && text.Length >= Limit(rule, "minLength", 0) && text.Length <= Limit(rule, "maxLength", int.MaxValue)
        && (!rule.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(text, pattern.GetString()!));

    private static bool Whole(JsonElement rule, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
        && number >= Limit(rule, "minimum", int.MinValue) && number <= Limit(rule, "maximum", int.MaxValue);

    private static int Limit(JsonElement rule, string name, int otherwise) =>
        rule.TryGetProperty(name, out var limit) ? limit.GetInt32() : otherwise;
}
