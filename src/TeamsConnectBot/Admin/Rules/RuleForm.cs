using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>
/// A rule as text fields, valid or not, so that nothing a user typed is lost. It is converted to the rule's JSON, whose reader finds the
/// problems that are shown beside the fields; the page has no checks of its own. The framework binds an empty field as null.
/// </summary>
internal sealed partial class RuleForm
{
    private const int BlankRows = 2;

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

    /// <summary>The condition as JSON, when it is nested too deeply for rows.</summary>
    public string? DeepCondition { get; set; }

    public static RuleForm Of(Rule rule)
    {
        var node = JsonNode.Parse(RuleJson.Write(rule))!.AsObject();
        var rows = ConditionRows.Of(node["when"]);
        return new RuleForm
        {
            Id = rule.Id, NameNl = rule.Name.Nl, NameEn = rule.Name.En, WhyNl = rule.Why.Nl, WhyEn = rule.Why.En, Pools = [.. rule.Pools],
            Offer = node["offer"]?.GetValue<string>() ?? "",
            QuietFrom = node["quietHours"]?["from"]?.GetValue<string>() ?? "",
            QuietTo = node["quietHours"]?["to"]?.GetValue<string>() ?? "",
            Numbers = NumbersOf(node), Weights = NumbersOf(node["weights"]!.AsObject()),
            UnknownStandsFor = node["weights"]!["unknownStandsFor"]!.GetValue<string>(),
            Match = rows?.Match ?? "all",
            Conditions = [.. rows?.Rows ?? [], .. Enumerable.Range(0, BlankRows).Select(_ => new ConditionRow())],
            DeepCondition = rows is null ? node["when"]!.ToJsonString(new() { WriteIndented = true }) : null,
        };
    }

    public RuleReading Read() => RuleJson.Read(ToJson());

    /// <summary>The conditions as rows; none when they are edited as JSON.</summary>
    public IReadOnlyList<ConditionRow> Rows => IsDeep ? [] : Conditions;

    public static string KeyElement(int row) => $"Key{row}";

    public static string ValueElement(int row) => $"Value{row}";

    /// <summary>The id of the element for a field named in a problem.</summary>
    public string ElementOf(string field)
    {
        if (!field.StartsWith("when", StringComparison.Ordinal))
        {
            return FieldNames.ElementOf(field);
        }

        if (IsDeep)
        {
            return nameof(DeepCondition);
        }

        // The JSON contains only the rows that have a condition, so an index in it counts only those rows.
        var filled = Conditions.Select((row, index) => (row, index)).Where(one => one.row.Key.Length > 0).Select(one => one.index).ToList();
        return InList().Match(field) is { Success: true } item
            && int.TryParse(item.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var at) && at < filled.Count
            ? ValueElement(filled[at])
            : filled.Count == 1 && field.Contains('.') ? ValueElement(filled[0]) : "conditions";
    }

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

        if (Condition() is { } when)
        {
            node["when"] = when;
        }

        return node.ToJsonString();
    }

    private bool IsDeep => !string.IsNullOrWhiteSpace(DeepCondition);

    private JsonNode? Condition()
    {
        if (!IsDeep)
        {
            return ConditionRows.Write(Match, Conditions);
        }

        try
        {
            return JsonNode.Parse(DeepCondition!);
        }
        catch (JsonException)
        {
            // The JSON reader refuses a string here, and names the field.
            return DeepCondition;
        }
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

    [GeneratedRegex(@"^when\.(?:all|any)\[([0-9]{1,4})\]")]
    private static partial Regex InList();
}
