using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Rules as JSON, as described in <c>docs/rule.schema.json</c>. Equal rules have equal JSON.</summary>
public static class RuleJson
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonSerializerOptions Indented { get; } = new(Readable) { WriteIndented = true };

    /// <summary>Reads one rule and finds all its problems, including contradictions.</summary>
    public static RuleReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var problems = new ProblemList();
        using var document = RuleReader.Parse(json, problems);
        if (document is null)
        {
            return new RuleReading(null, problems.Kept);
        }

        var rule = RuleReader.Read(document.RootElement, "", problems);
        if (problems.Count == 0)
        {
            problems.Add(RuleValidator.Check(rule));
        }

        return new RuleReading(problems.Count == 0 ? rule : null, problems.Kept) { Attempt = rule };
    }

    /// <summary>Writes one rule with every field, including defaults: a later default must not change a published rule.</summary>
    public static string Write(Rule rule) => Node(rule).ToJsonString(Indented);

    internal static JsonObject Node(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var node = new JsonObject
        {
            ["format"] = Rule.Format,
            ["id"] = rule.Id,
            ["name"] = Both(rule.Name),
            ["why"] = Both(rule.Why),
            ["pools"] = new JsonArray([.. rule.Pools.Select(pool => (JsonNode)pool)]),
        };
        if (!rule.When.IsAlways)
        {
            node["when"] = Node(rule.When);
        }

        if (rule.Offer is { } offer)
        {
            node["offer"] = RuleFields.NameOf(offer);
        }

        foreach (var field in RuleFields.Numbers)
        {
            node[field.Name] = field.Get(rule);
        }

        if (rule.QuietHours is { } quiet)
        {
            node["quietHours"] = Span(quiet);
        }

        var weights = new JsonObject { ["unknownStandsFor"] = RuleFields.NameOf(rule.Weights.UnknownStandsFor) };
        foreach (var field in RuleFields.Weights)
        {
            weights[field.Name] = field.Get(rule);
        }

        node["weights"] = weights;
        return node;
    }

    private static JsonObject Node(Condition condition) => condition switch
    {
        AllOf all => new JsonObject { ["all"] = new JsonArray([.. all.Items.Select(Node)]) },
        AnyOf any => new JsonObject { ["any"] = new JsonArray([.. any.Items.Select(Node)]) },
        Negation not => new JsonObject { ["not"] = Node(not.Item) },
        DepartmentIn departments =>
            new JsonObject { ["departmentIn"] = new JsonArray([.. departments.Names.Select(name => (JsonNode)name)]) },
        Threshold { Measure: Measure.AiUseBand } band =>
            new JsonObject { ["bandAtLeast"] = RuleFields.NameOf((Signals.AiUseBand)band.Value) },
        Threshold { Measure: Measure.OwnRequest } => new JsonObject { ["askedThemselves"] = true },
        Threshold threshold => new JsonObject { [Vocabulary.Of(threshold.Measure).Key] = threshold.Value },
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No JSON for this condition."),
    };

    private static JsonObject Both(LocalText text) => new() { ["nl"] = text.Nl, ["en"] = text.En };

    private static JsonObject Span(DailySpan span) => new() { ["from"] = Clock.Format(span.From), ["to"] = Clock.Format(span.To) };
}
