using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Many rules in one file, for export and import.</summary>
public static class RuleFile
{
    /// <summary>The maximum number of rules in a file.</summary>
    public const int MaxRules = 10_000;

    /// <summary>The maximum size of a file in bytes: somewhat more than <see cref="MaxRules"/> usual rules need.</summary>
    public const int MaxBytes = 16_000_000;

    /// <summary>Writes <c>{ "format": 1, "rules": [ … ] }</c>.</summary>
    public static string Write(IEnumerable<Rule> rules) => new JsonObject
    {
        ["format"] = Rule.Format,
        ["rules"] = new JsonArray([.. rules.Select(rule => (JsonNode)RuleJson.Node(rule))]),
    }.ToJsonString(RuleJson.Indented);

    /// <summary>Reads a file of rules, or a single rule. It is accepted as a whole or not at all.</summary>
    /// <returns>The rules, empty if anything is wrong; and at most 100 problems.</returns>
    public static (ImmutableArray<Rule> Rules, ImmutableArray<RuleProblem> Problems) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var problems = new ProblemList();
        using var document = RuleReader.Parse(json, problems);
        if (document is null)
        {
            return ([], problems.Kept);
        }

        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("rules", out var list))
        {
            var one = RuleJson.Read(json);
            return (one.Rule is { } rule ? [rule] : [], one.Problems);
        }

        // A file of a newer version is refused as a whole, not rule by rule.
        if (!RuleReader.IsOfThisFormat(root, problems))
        {
            return ([], problems.Kept);
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxRules)
        {
            var found = list.ValueKind == JsonValueKind.Array ? $"{list.GetArrayLength()}" : $"{list.ValueKind}";
            return ([], [new RuleProblem(ProblemKind.NotAllowed, "rules", found, $"[ … ], 0 … {MaxRules}")]);
        }

        var rules = ReadAll(list, problems);
        return problems.Count == 0 ? ([.. rules], []) : ([], problems.Kept);
    }

    private static List<Rule> ReadAll(JsonElement list, ProblemList problems)
    {
        var rules = new List<Rule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var path = $"rules[{index}].";
            var before = problems.Count;
            var rule = RuleReader.Read(item, path, problems);
            if (problems.Count == before)
            {
                problems.Add(RuleValidator.Check(rule).Select(problem => problem with { Field = path + problem.Field }));
            }

            if (rule.Id.Length > 0 && !ids.Add(rule.Id))
            {
                problems.Add(new RuleProblem(ProblemKind.Twice, path + "id", rule.Id));
            }

            rules.Add(rule);
        }

        return rules;
    }
}
