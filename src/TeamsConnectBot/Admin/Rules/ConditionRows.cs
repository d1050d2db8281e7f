using System.Globalization;
using System.Text.Json.Nodes;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// Converts conditions to rows of the form and back: all or any of a list, each with or without 'not'. Nested ones are edited as JSON.
/// </summary>
/// <param name="Match"><c>all</c> or <c>any</c>.</param>
/// <param name="Rows">The rows, in order.</param>
internal sealed record ConditionRows(string Match, IReadOnlyList<ConditionRow> Rows)
{
    public const string Departments = "departmentIn";
    public const string Band = "bandAtLeast";
    public const string Asked = "askedThemselves";

    /// <summary>The rows of a condition; null when it is nested too deeply.</summary>
    public static ConditionRows? Of(JsonNode? when)
    {
        if (when is null)
        {
            return new ConditionRows("all", []);
        }

        var (match, items) = when is JsonObject { Count: 1 } one && one.Single() is { Key: "all" or "any", Value: JsonArray list }
            ? (one.Single().Key, list.Select(item => item!)) : ("all", [when]);
        var rows = items.Select(RowOf).ToList();
        return rows.Any(row => row is null) ? null : new ConditionRows(match, [.. rows.OfType<ConditionRow>()]);
    }

    /// <summary>The condition that rows describe; null when all are empty.</summary>
    public static JsonNode? Write(string match, IEnumerable<ConditionRow> rows)
    {
        var items = rows.Where(row => !string.IsNullOrEmpty(row.Key)).Select(Write).ToList();
        return items.Count switch
        {
            0 => null,
            1 => items[0],
            _ => new JsonObject { [match == "any" ? "any" : "all"] = new JsonArray([.. items]) },
        };
    }

    /// <summary>The departments in a field, which are separated by commas.</summary>
    public static string[] NamesIn(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number; null for other text.</summary>
    public static JsonNode? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ConditionRow? RowOf(JsonNode item)
    {
        if (item is not JsonObject { Count: 1 } one)
        {
            return null;
        }

        var (key, value) = one.Single();
        return key switch
        {
            "all" or "any" => null,
            "not" => RowOf(value!) is { Not: false } inner ? new ConditionRow { Key = inner.Key, Value = inner.Value, Not = true } : null,
            Departments =>
                new ConditionRow { Key = key, Value = string.Join(", ", value!.AsArray().Select(name => name!.GetValue<string>())) },
            Band => new ConditionRow { Key = key, Value = value!.GetValue<string>() },
            Asked => new ConditionRow { Key = key },
            _ => new ConditionRow { Key = key, Value = value!.ToJsonString() },
        };
    }

    private static JsonNode Write(ConditionRow row)
    {
        JsonNode value = row.Key switch
        {
            Departments => new JsonArray([.. NamesIn(row.Value).Select(name => (JsonNode)name)]),
            Asked => true,
            Band => BandWords.Read(row.Value),
            _ => NumberIn(row.Value.Trim()) ?? row.Value,
        };
        var condition = new JsonObject { [row.Key] = value };
        return row.Not ? new JsonObject { ["not"] = condition } : condition;
    }
}

/// <summary>One condition as a row of the form; empty rows are ignored. The framework binds an empty field as null.</summary>
internal sealed class ConditionRow
{
    public string Key { get; set => field = value ?? ""; } = "";

    public string Value { get; set => field = value ?? ""; } = "";

    public bool Not { get; set; }
}
