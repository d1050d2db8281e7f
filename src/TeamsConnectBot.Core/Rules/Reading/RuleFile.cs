using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>Many rules in one file, for export and import.</summary>
public static class RuleFile
{
    /// <summary>The most rules a file may hold.</summary>
    public const int MostRules = 10_000;

    /// <summary>The most bytes a file may have: what <see cref="MostRules"/> usual rules take, and some more.</summary>
    public const int MostBytes = 16_000_000;

    /// <summary>Writes <c>{ "format": 1, "rules": [ … ] }</c>.</summary>
    public static string Write(IEnumerable<Rule> rules) => new JsonObject
    {
        ["format"] = Rule.Format,
        ["rules"] = new JsonArray([.. rules.Select(rule => (JsonNode)RuleJson.Node(rule))]),
    }.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Reads a file of rules, or one rule by itself. It is taken whole or not at all.</summary>
    /// <returns>The rules, empty when anything is wrong; and what is, at most 100 things.</returns>
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

        // A file of a newer version is refused as one, not rule by rule.
        if (!RuleReader.IsOfThisFormat(root, problems))
        {
            return ([], problems.Kept);
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostRules)
        {
            return ([], [new RuleProblem(ProblemKind.NotAllowed, "rules", $"{(list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : list.ValueKind)}", $"[ … ], 0 … {MostRules}")]);
        }

        var rules = ReadAll(list, problems);
        return problems.Count == 0 ? ([.. rules], []) : ([], problems.Kept);
    }

    private static List<Rule> ReadAll(JsonElement list, ProblemList problems)
    {
        var rules = new List<Rule>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var path = $"rules[{index++}].";
            var before = problems.Count;
            var rule = RuleReader.Read(item, path, problems);
            if (problems.Count == before)
            {
                problems.AddRange(RuleValidator.Check(rule).Select(problem => problem with { Field = path + problem.Field }));
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
