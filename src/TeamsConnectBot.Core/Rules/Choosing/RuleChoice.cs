using NodaTime;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Choosing;

/// <summary>Chooses, for one participant, the rule that speaks. The rules that are for the pool and on come in their order.</summary>
public sealed class RuleChoice
{
    private readonly Rule[] rules;

    /// <param name="rules">The rules in force.</param>
    /// <param name="pool">The pool of the round.</param>
    public RuleChoice(IEnumerable<Rule> rules, string pool) =>
        this.rules = [.. rules.Where(rule => rule.IsFor(pool)).OrderBy(rule => rule.Order).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Decides for one participant: the first rule that selects them and may nudge them now.</summary>
    /// <param name="profile">What conditions look at.</param>
    /// <param name="now">The moment.</param>
    /// <param name="limits">The person's own limits.</param>
    /// <param name="past">All their earlier nudges.</param>
    /// <param name="byRule">Their earlier nudges by rule, for the cadence.</param>
    public RuleDecision Decide(
        RuleProfile profile, Instant now, NudgeLimits limits, IReadOnlyCollection<PastNudge> past, IReadOnlyCollection<RuleNudge> byRule)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(byRule);
        var closest = new RuleDecision(null, new NudgeDecision(NudgeReason.NoRule, null));
        var tried = new Dictionary<(BudgetRules, Availability.DailySpan?), NudgeDecision>();
        foreach (var rule in rules)
        {
            if (rule.When.MetBy(profile) == Truth.No)
            {
                continue;
            }

            if (IsTooSoon(rule, now, limits, byRule))
            {
                closest = closest.Rule is null ? new RuleDecision(rule, new NudgeDecision(NudgeReason.CadenceNotOver, null)) : closest;
                continue;
            }

            // Most rules share a budget; ten thousand of them must not reckon it ten thousand times.
            if (!tried.TryGetValue((rule.Budget, rule.QuietHours), out var nudge))
            {
                nudge = InvitationBudget.Decide(now, With(limits, rule), past, rule.Budget, profile.Need.AskedForIt);
                tried.Add((rule.Budget, rule.QuietHours), nudge);
            }

            var decision = new RuleDecision(rule, nudge);
            if (decision.Asks)
            {
                return decision;
            }

            closest = closest.Rule is null || closest.Nudge.Reason == NudgeReason.CadenceNotOver ? decision : closest;
        }

        return closest;
    }

    // Whole local days, as the budget's back-off: a weekly round at the same hour must not miss its turn by a minute.
    private static bool IsTooSoon(Rule rule, Instant now, NudgeLimits limits, IReadOnlyCollection<RuleNudge> byRule)
    {
        var zone = limits.Hours.Zone;
        return rule.CadenceWeeks > 0 && byRule.Any(nudge =>
            nudge.RuleId == rule.Id && nudge.SentAt.InZone(zone).Date.PlusWeeks(rule.CadenceWeeks) > now.InZone(zone).Date);
    }

    // Quiet hours of the rule come on top of the person's own.
    private static NudgeLimits With(NudgeLimits limits, Rule rule) =>
        rule.QuietHours is { } quiet ? limits with { RuleQuietHours = quiet } : limits;
}
