using System.Globalization;
using System.Text.Json.Nodes;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// Writes rows of the form as a condition in JSON, and remembers which row each part came from, so that a problem found in the JSON is
/// shown at its row. Rows and groups without a condition are left out of the JSON; <see cref="RuleCheck"/> reports them.
/// </summary>
internal sealed class ConditionJson
{
    private readonly List<(string Path, string Element)> places = [];

    /// <param name="match"><c>all</c> or <c>any</c> of the rows.</param>
    /// <param name="rows">The rows.</param>
    public ConditionJson(string match, IReadOnlyList<ConditionRow> rows)
    {
        var filled = Filled(rows, "");
        Condition = filled switch
        {
            [] => null,
            [var (row, id)] => Write(row, id, "when"),
            _ => Group(match == ConditionRows.Any ? ConditionRows.Any : ConditionRows.All, filled, "when"),
        };
    }

    /// <summary>The condition; null when no row has one.</summary>
    public JsonNode? Condition { get; }

    /// <summary>The id of the element at which a problem is shown.</summary>
    /// <param name="field">The field named in the problem.</param>
    public string ElementOf(string field) => field == "when" ? RuleForm.ConditionsElement
        : places.Where(place => field.StartsWith(place.Path, StringComparison.Ordinal))
            .DefaultIfEmpty((Path: "", Element: RuleForm.ConditionsElement)).MaxBy(place => place.Path.Length).Element;

    /// <summary>The place of a row within its list, in the ids of its elements: <c>2</c>, or <c>2-0</c> in a group.</summary>
    public static string IdOf(string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}{(list.Length > 0 ? "-" : "")}{index}");

    private static List<(ConditionRow Row, string Id)> Filled(IReadOnlyList<ConditionRow> rows, string list) =>
        [.. rows.Select((row, index) => (row, IdOf(list, index))).Where(one => one.row.IsFilled)];

    private JsonObject Write(ConditionRow row, string id, string path)
    {
        places.Add((path, row.IsGroup ? RuleForm.GroupElement(id) : RuleForm.ValueElement(id)));
        var condition = row.IsGroup
            ? Group(row.Key, Filled(row.Items, id), row.Not ? path + ".not" : path)
            : new JsonObject { [row.Key] = ValueOf(row) };
        return row.Not ? new JsonObject { ["not"] = condition } : condition;
    }

    private JsonObject Group(string key, List<(ConditionRow Row, string Id)> rows, string path) => new()
    {
        [key] = new JsonArray([.. rows.Select((one, index) => (JsonNode)Write(one.Row, one.Id, $"{path}.{key}[{index}]"))]),
    };

    private static JsonNode ValueOf(ConditionRow row) => row.Key switch
    {
        ConditionRows.Departments => new JsonArray([.. row.Departments.Select(name => (JsonNode)name)]),
        ConditionRows.Asked => true,
        ConditionRows.Band => BandWords.Read(row.Value),
        _ => ConditionRows.NumberIn(row.Value.Trim()) ?? row.Value,
    };
}
