using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Comparing;

/// <summary>One field that differs.</summary>
/// <param name="Field">Its name in JSON, such as <c>weights.aiUse</c>.</param>
/// <param name="Before">Its JSON before; null if it was absent.</param>
/// <param name="After">Its JSON after; null if it is absent.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Compares two versions of a rule.</summary>
public static class RuleDifference
{
    /// <summary>Every field that differs, in the order of the JSON. Without a version before, these are all fields.</summary>
    public static IReadOnlyList<FieldChange> Between(Rule? before, Rule? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(field => new FieldChange(field, old.GetValueOrDefault(field), now.GetValueOrDefault(field)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Fields(Rule? rule) =>
        rule is null ? [] : Fields(RuleJson.Node(rule), "").ToDictionary(StringComparer.Ordinal);

    // Conditions are compared as a whole: the items of a list have no field names.
    private static IEnumerable<(string Field, string Json)> Fields(JsonObject node, string path) => node.SelectMany(field =>
        field is { Value: JsonObject inner, Key: not "when" }
            ? Fields(inner, $"{path}{field.Key}.")
            : [(path + field.Key, field.Value!.ToJsonString(RuleJson.Readable))]);
}
