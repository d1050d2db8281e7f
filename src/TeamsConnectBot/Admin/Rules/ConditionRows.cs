using System.Globalization;
using System.Text.Json.Nodes;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Converts conditions to rows of the form: all or any of a list, whose rows may be groups themselves.</summary>
/// <param name="Match"><c>all</c> or <c>any</c>.</param>
/// <param name="Rows">The rows, in order.</param>
internal sealed record ConditionRows(string Match, IReadOnlyList<ConditionRow> Rows)
{
    public const string All = "all";
    public const string Any = "any";
    public const string Departments = "departmentIn";
    public const string Band = "bandAtLeast";
    public const string Asked = "askedThemselves";

    /// <summary>The rows of a condition.</summary>
    public static ConditionRows Of(JsonNode? when) => when switch
    {
        null => new ConditionRows(All, []),
        JsonObject { Count: 1 } one when one.Single() is { Key: All or Any, Value: JsonArray list } =>
            new ConditionRows(one.Single().Key, [.. list.Select(item => RowOf(item!))]),
        _ => new ConditionRows(All, [RowOf(when)]),
    };

    /// <summary>The names in a field, which are separated by commas.</summary>
    public static string[] NamesIn(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number; null for other text.</summary>
    public static JsonNode? NumberIn(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The JSON was written by this program, from a rule that could be read.
    private static ConditionRow RowOf(JsonNode item)
    {
        var (key, value) = item.AsObject().Single();
        switch (key)
        {
            case "not":
                var row = RowOf(value!);
                row.Not = !row.Not;
                return row;
            case All or Any:
                return new ConditionRow { Key = key, Items = [.. value!.AsArray().Select(one => RowOf(one!))] };
            case Departments:
                return new ConditionRow { Key = key, Names = [.. value!.AsArray().Select(name => name!.GetValue<string>())] };
            case Band:
                return new ConditionRow { Key = key, Value = value!.GetValue<string>() };
            case Asked:
                return new ConditionRow { Key = key };
            default:
                return new ConditionRow { Key = key, Value = value!.ToJsonString() };
        }
    }
}
