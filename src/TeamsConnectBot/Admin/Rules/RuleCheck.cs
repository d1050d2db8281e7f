using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>What the page says beside a form while it is filled in.</summary>
/// <param name="Rule">The rule; null when something is wrong.</param>
/// <param name="Problems">What is.</param>
/// <param name="Wider">How it uses more of people's data than what is in force: then the works council decides.</param>
internal sealed record RuleCheck(Rule? Rule, IReadOnlyList<RuleProblem> Problems, IReadOnlyList<WiderUse> Wider)
{
    /// <param name="reading">The form as it was read.</param>
    /// <param name="inForce">The version in force; null when the rule is off or new.</param>
    public static RuleCheck Of(RuleReading reading, Rule? inForce) =>
        new(reading.Rule, reading.Problems, reading.Rule is { } rule ? DataUse.Widens(inForce, rule) : []);
}
