using System.Globalization;
using System.Text.Json.Nodes;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// Conditions as rows, in JSON and back: all or any of some, each with or without 'not'. Deeper ones are written as JSON.
/// </summary>
/// <param name="Match"><c>all</c> or <c>any</c>.</param>
/// <param name="Rows">In their order.</param>
internal sealed record ConditionRows(string Match, IReadOnlyList<ConditionRow> Rows)
{
    public const string Departments = "departmentIn";
    public const string Band = "bandAtLeast";
    public const string Asked = "askedThemselves";

    /// <summary>The rows of a condition; null when it is too deep for rows.</summary>
    public static ConditionRows? Of(JsonNode? when)
    {
        if (when is null)
        {
            return new ConditionRows("all", []);
        }

        var (match, items) = when is JsonObject { Count: 1 } one && one.Single() is { Key: "all" or "any", Value: JsonArray list }
            ? (one.Single().Key, list.Select(item => item!))
            : ("all", [when]);
        var rows = items.Select(RowOf).ToList();
        return rows.Any(row => row is null) ? null : new ConditionRows(match, [.. rows.OfType<ConditionRow>()]);
    }

    /// <summary>The condition of some rows; null when none is filled in.</summary>
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

    /// <summary>Departments as they are typed: with commas between them.</summary>
    public static string[] NamesIn(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

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
            Departments => new ConditionRow { Key = key, Value = string.Join(", ", value!.AsArray().Select(name => name!.GetValue<string>())) },
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
            _ =>
                int.TryParse(row.Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : row.Value,
        };
        var condition = new JsonObject { [row.Key] = value };
        return row.Not ? new JsonObject { ["not"] = condition } : condition;
    }
}
