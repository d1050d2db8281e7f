using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Core.Rules.Conditions;

namespace TeamsConnectBot.Core.Rules.DryRuns;

/// <summary>
/// Writes a condition in a canonical form, so that the same condition in another order or with other nesting has the same text. The text
/// is part of the key of stored answers: never change it.
/// </summary>
internal static class ConditionText
{
    /// <summary>The text of a condition that selects everybody.</summary>
    public const string Everyone = "everyone";

    public static string Of(Condition condition) => condition switch
    {
        AllOf all => Join("all", Parts(all).Where(part => part != Everyone)) is { Length: > 0 } text ? text : Everyone,
        AnyOf any when Parts(any).Contains(Everyone, StringComparer.Ordinal) => Everyone,
        AnyOf any => Join("any", Parts(any)) is { Length: > 0 } text ? text : "nobody",
        Negation { Item: Negation inner } => Of(inner.Item),
        Negation not => $"not({Of(not.Item)})",
        Threshold threshold => Vocabulary.Of(threshold.Measure).Key + " " + threshold.Value.ToString(CultureInfo.InvariantCulture),
        DepartmentIn department => "departmentIn " + JsonSerializer.Serialize(
            department.Names.Select(name => name.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        _ => throw new ArgumentException($"No canonical form for a {condition.GetType().Name}.", nameof(condition)),
    };

    // Flattens all within all, and any within any.
    private static IEnumerable<string> Parts(Condition condition) => condition switch
    {
        AllOf all => all.Items.SelectMany(item => item is AllOf ? Parts(item) : [Of(item)]),
        AnyOf any => any.Items.SelectMany(item => item is AnyOf ? Parts(item) : [Of(item)]),
        _ => [Of(condition)],
    };

    private static string Join(string word, IEnumerable<string> parts)
    {
        var different = parts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return different.Count <= 1 ? string.Concat(different) : $"{word}({string.Join(", ", different)})";
    }
}
