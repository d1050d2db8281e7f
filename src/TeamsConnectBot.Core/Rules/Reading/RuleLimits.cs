namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>The range of each numeric field of a rule, for a form that shows it beside the field.</summary>
public static class RuleLimits
{
    private const string WeightPrefix = "weights.";

    /// <param name="field">The field's name in JSON, such as <c>order</c> or <c>weights.contact</c>.</param>
    /// <returns>The range; null for a field that does not exist.</returns>
    public static (int Least, int Most)? Find(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var isWeight = field.StartsWith(WeightPrefix, StringComparison.Ordinal);
        var (fields, name) = isWeight ? (RuleFields.Weights, field[WeightPrefix.Length..]) : (RuleFields.Numbers, field);
        return fields.FirstOrDefault(one => one.Name == name) is { } found ? (found.Least, found.Most) : null;
    }
}
