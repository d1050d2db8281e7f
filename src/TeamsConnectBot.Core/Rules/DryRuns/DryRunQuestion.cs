using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.DryRuns;

/// <summary>
/// The question of a dry-run: how many people in a pool a set of rules selects. Two sets of rules with the same conditions are the same
/// question, whatever the names, texts, offers and weights of the rules and the order of their conditions. Only the text of the
/// conditions counts, never whom they select: a price or an answer that depended on that would itself reveal whether two sets select
/// the same people.
/// </summary>
public sealed record DryRunQuestion
{
    private const string Nobody = "nobody";

    private DryRunQuestion(string text, int price) => (Text, Price) = (text, price);

    /// <summary>The question in canonical form.</summary>
    public string Text { get; }

    /// <summary>The price of the answer; 0 if it is known without data about people.</summary>
    public int Price { get; }

    /// <summary>Whether the selection depends on facts that only the bot or the person knows.</summary>
    public bool UsesPrivateFacts => Price == DryRunBudget.PrivateFactsPrice;

    /// <summary>The question that a set of rules asks about a pool.</summary>
    /// <param name="rules">The rules that would be active.</param>
    /// <param name="pool">The pool.</param>
    public static DryRunQuestion Of(IEnumerable<Rule> rules, string pool)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var conditions = rules.Where(rule => rule.IsFor(pool)).Select(rule => rule.When).ToList();
        var texts = conditions.Select(ConditionText.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return texts.Count == 0 ? new DryRunQuestion(Nobody, 0)
            : texts.Contains(ConditionText.Everyone, StringComparer.Ordinal) ? new DryRunQuestion(ConditionText.Everyone, 0)
            : new DryRunQuestion(string.Join(" or ", texts), PriceOf(conditions));
    }

    /// <summary>The answer if it is known without data about people: everybody or nobody.</summary>
    /// <param name="audience">The number of people in the pool.</param>
    public int? Known(int audience) => Price > 0 ? null : Text == Nobody ? 0 : audience;

    private static int PriceOf(IEnumerable<Condition> conditions) =>
        conditions.SelectMany(condition => condition.Leaves()).All(leaf => leaf is DepartmentIn)
            ? DryRunBudget.PublicFactsPrice
            : DryRunBudget.PrivateFactsPrice;
}
