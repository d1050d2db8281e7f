using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>
/// The JSON schema (draft 2020-12) of a rule, made from the lists that reading goes by. <c>docs/rule.schema.json</c> is this text. What a
/// schema can't say, only reading checks: contradictions, how deep conditions lie, and how many there are.
/// </summary>
public static class RuleSchema
{
    /// <summary>The schema's text.</summary>
    public static string Write() => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "TeamsConnectBot rule",
        ["description"] = "When the bot may nudge whom with what. It decides who is asked, never who is settled with whom.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("format", "id", "name", "why"),
        ["properties"] = Properties(),
        ["$defs"] = new JsonObject { ["condition"] = Condition() },
    }.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static JsonObject Properties()
    {
        var properties = new JsonObject
        {
            ["$schema"] = new JsonObject(),
            ["format"] = Whole(1, Rule.Format),
            ["id"] = new JsonObject { ["type"] = "string", ["pattern"] = RuleFields.IdPattern },
            ["name"] = Both(RuleFields.LongestName),
            ["why"] = Both(RuleFields.LongestWhy),
            ["pools"] = Names(0, RuleFields.LongestId),
            ["when"] = new JsonObject { ["$ref"] = "#/$defs/condition" },
            ["offer"] = Choice(RuleFields.Offers.OrderBy(pair => pair.Value).Select(pair => pair.Key)),
            ["quietHours"] = Object(new JsonObject { ["from"] = Time(), ["to"] = Time() }, "from", "to"),
        };
        foreach (var field in RuleFields.Numbers)
        {
            properties[field.Name] = Whole(field.Least, field.Most);
        }

        var weights = new JsonObject { ["unknownStandsFor"] = Choice(Bands) };
        foreach (var field in RuleFields.Weights)
        {
            weights[field.Name] = Whole(field.Least, field.Most);
        }

        properties["weights"] = Object(weights);
        return properties;
    }

    private static IEnumerable<string> Bands => RuleFields.Bands.OrderBy(pair => pair.Value).Select(pair => pair.Key);

    private static JsonObject Condition()
    {
        static JsonObject Self() => new() { ["$ref"] = "#/$defs/condition" };
        static JsonObject List() => new() { ["type"] = "array", ["items"] = Self(), ["minItems"] = 1, ["maxItems"] = ConditionReader.MostItems };
        var properties = new JsonObject { ["all"] = List(), ["any"] = List(), ["not"] = Self() };
        foreach (var term in Vocabulary.Terms)
        {
            properties[term.Key] = term.Measure switch
            {
                Measure.AiUseBand => Choice(Bands),
                Measure.OwnRequest => new JsonObject { ["const"] = true },
                _ => Whole(term.Least, term.Most),
            };
        }

        properties["departmentIn"] = Names(1, RuleFields.LongestDepartment);
        return new JsonObject
        {
            ["type"] = "object", ["minProperties"] = 1, ["maxProperties"] = 1, ["additionalProperties"] = false, ["properties"] = properties,
        };
    }

    private static JsonObject Whole(int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    private static JsonObject Time() => new() { ["type"] = "string", ["pattern"] = RuleFields.TimePattern };

    private static JsonObject Choice(IEnumerable<string> values) => new() { ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject Names(int least, int longest) => new()
    {
        ["type"] = "array",
        ["minItems"] = least,
        ["maxItems"] = RuleFields.MostInList,
        ["uniqueItems"] = true,
        ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest, ["pattern"] = "\\S" },
    };

    private static JsonObject Both(int longest) => Object(new JsonObject { ["nl"] = Line(longest), ["en"] = Line(longest) }, "nl", "en");

    private static JsonObject Line(int longest) => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest, ["pattern"] = "^[^\\u0000-\\u001f\\u007f-\\u009f]*\\S[^\\u0000-\\u001f\\u007f-\\u009f]*$" };

    private static JsonObject Object(JsonObject properties, params string[] required)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        }

        return schema;
    }
}
