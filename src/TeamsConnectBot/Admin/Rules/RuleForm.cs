using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// A rule as text fields, valid or not, so that nothing a user typed is lost. It is converted to the rule's JSON, whose reader finds the
/// problems that are shown beside the fields; the page has no checks of its own. The framework binds an empty field as null.
/// </summary>
internal sealed class RuleForm
{
    /// <summary>The id of the element around all conditions.</summary>
    public const string ConditionsElement = "conditions";

    private ConditionJson? written;

    public string Id { get; set => field = value ?? ""; } = "";

    public string NameNl { get; set => field = value ?? ""; } = "";

    public string NameEn { get; set => field = value ?? ""; } = "";

    public string WhyNl { get; set => field = value ?? ""; } = "";

    public string WhyEn { get; set => field = value ?? ""; } = "";

    public List<string> Pools { get; set; } = [];

    /// <summary>Empty for the pool's own offer.</summary>
    public string Offer { get; set => field = value ?? ""; } = "";

    public string QuietFrom { get; set => field = value ?? ""; } = "";

    public string QuietTo { get; set => field = value ?? ""; } = "";

    /// <summary>The numeric fields, by their name in JSON.</summary>
    public Dictionary<string, string> Numbers { get; set; } = [];

    public Dictionary<string, string> Weights { get; set; } = [];

    public string UnknownStandsFor { get; set => field = value ?? ""; } = "mostDays";

    /// <summary><c>all</c> or <c>any</c> of the rows.</summary>
    public string Match { get; set => field = value ?? ""; } = "all";

    public List<ConditionRow> Conditions { get; set; } = [];

    public static RuleForm Of(Rule rule)
    {
        var node = JsonNode.Parse(RuleJson.Write(rule))!.AsObject();
        var when = ConditionRows.Of(node["when"]);
        var form = new RuleForm
        {
            Id = rule.Id, NameNl = rule.Name.Nl, NameEn = rule.Name.En, WhyNl = rule.Why.Nl, WhyEn = rule.Why.En, Pools = [.. rule.Pools],
            Offer = node["offer"]?.GetValue<string>() ?? "",
            QuietFrom = node["quietHours"]?["from"]?.GetValue<string>() ?? "",
            QuietTo = node["quietHours"]?["to"]?.GetValue<string>() ?? "",
            Numbers = NumbersOf(node), Weights = NumbersOf(node["weights"]!.AsObject()),
            UnknownStandsFor = node["weights"]!["unknownStandsFor"]!.GetValue<string>(),
            Match = when.Match, Conditions = [.. when.Rows],
        };
        FormShape.Tidy(form.Conditions);
        return form;
    }

    public RuleReading Read() => RuleJson.Read(ToJson());

    public static string KeyElement(string row) => $"Key{row}";

    public static string ValueElement(string row) => $"Value{row}";

    public static string GroupElement(string row) => $"Group{row}";

    /// <summary>The id of the element for a field named in a problem of the last reading.</summary>
    public string ElementOf(string field) => !field.StartsWith("when", StringComparison.Ordinal) ? FieldNames.ElementOf(field)
        : written?.ElementOf(field) ?? ConditionsElement;

    /// <summary>All rows, those of groups too, each with its place.</summary>
    public IEnumerable<(ConditionRow Row, string Id)> AllRows() => Rows(Conditions, "");

    private static IEnumerable<(ConditionRow Row, string Id)> Rows(List<ConditionRow> rows, string list) => rows.SelectMany(
        (row, index) => Rows(row.Items, ConditionJson.IdOf(list, index)).Prepend((row, ConditionJson.IdOf(list, index))));

    private string ToJson()
    {
        var node = new JsonObject
        {
            ["format"] = Rule.Format,
            ["id"] = Id,
            ["name"] = new JsonObject { ["nl"] = NameNl, ["en"] = NameEn },
            ["why"] = new JsonObject { ["nl"] = WhyNl, ["en"] = WhyEn },
            ["pools"] = new JsonArray([.. Pools.Select(pool => (JsonNode)pool)]),
        };
        AddNumbers(node, Numbers);
        var weights = new JsonObject { ["unknownStandsFor"] = UnknownStandsFor };
        AddNumbers(weights, Weights);
        node["weights"] = weights;
        if (Offer.Length > 0)
        {
            node["offer"] = Offer;
        }

        if (QuietFrom.Length + QuietTo.Length > 0)
        {
            node["quietHours"] = new JsonObject { ["from"] = QuietFrom, ["to"] = QuietTo };
        }

        written = new ConditionJson(Match, Conditions);
        if (written.Condition is { } when)
        {
            node["when"] = when;
        }

        return node.ToJsonString();
    }

    private static Dictionary<string, string> NumbersOf(JsonObject node) => node
        .Where(field => field.Key != "format" && field.Value is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
        .ToDictionary(field => field.Key, field => field.Value!.ToJsonString(), StringComparer.Ordinal);

    // Input that is not a number is passed on as a string, so that the JSON reader refuses it with the field's name and range.
    private static void AddNumbers(JsonObject node, Dictionary<string, string> numbers)
    {
        foreach (var (name, text) in numbers)
        {
            node[name] = ConditionRows.NumberIn(text) ?? text ?? "";
        }
    }
}
