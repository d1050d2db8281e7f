using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Trying;

/// <summary>
/// What a dry-run asks about people: how many of a pool a set of rules selects. Two sets of rules that describe the same people in
/// the same terms are one question, whatever the rules are called, say, offer or weigh, and in whatever order their conditions stand.
/// It goes by what the conditions say and never by whom they turn out to select: a price, or an answer, that depended on that
/// would itself tell whether two sets are the same.
/// </summary>
public sealed record DryRunQuestion
{
    private const string Nobody = "nobody";

    private DryRunQuestion(string text, int price) => (Text, Price) = (text, price);

    /// <summary>What is asked, in one form for all ways to write it.</summary>
    public string Text { get; }

    /// <summary>What the answer costs; 0 where it is known without asking about anyone.</summary>
    public int Price { get; }

    /// <summary>Whether whom the rules select depends on what only the bot or the person knows.</summary>
    public bool LooksAtMoreThanAnybodySees => Price == DryRunBudget.PriceOfTheRest;

    /// <summary>The question a set of rules asks about a pool.</summary>
    /// <param name="rules">The rules that would be in force.</param>
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

    /// <summary>The answer, where it takes nobody's data: everybody or nobody.</summary>
    /// <param name="audience">How many there are.</param>
    public int? Known(int audience) => Price > 0 ? null : Text == Nobody ? 0 : audience;

    private static int PriceOf(IEnumerable<Condition> conditions) =>
        conditions.SelectMany(condition => condition.Leaves()).All(leaf => leaf is DepartmentIn)
            ? DryRunBudget.PriceOfTheVisible
            : DryRunBudget.PriceOfTheRest;
}
