using System.Text.Json.Nodes;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Comparing;

/// <summary>One field that differs.</summary>
/// <param name="Field">Its name in JSON, such as <c>weights.aiUse</c>.</param>
/// <param name="Before">Its JSON before; null when it was not there.</param>
/// <param name="After">Its JSON after; null when it is gone.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Compares two versions of a rule.</summary>
public static class RuleDifference
{
    /// <summary>Every field that differs, in the order of the written form. Nothing before means every field.</summary>
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

    private static Dictionary<string, string> Fields(Rule? rule)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (rule is not null)
        {
            Add(fields, RuleJson.Node(rule), "");
        }

        return fields;
    }

    // Conditions are compared as one: a list of them has no fields of its own.
    private static void Add(Dictionary<string, string> fields, JsonObject node, string path)
    {
        foreach (var (name, value) in node)
        {
            if (value is JsonObject inner && name != "when")
            {
                Add(fields, inner, $"{path}{name}.");
                continue;
            }

            fields[path + name] = value!.ToJsonString(RuleJson.Readable);
        }
    }
}
