using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Choosing;

/// <summary>
/// Chooses the rule for one participant: the first, in order, of the pool's active rules that selects them and may nudge them.
/// </summary>
public sealed class RuleChoice
{
    private readonly Rule[] rules;

    /// <param name="rules">The active rules.</param>
    /// <param name="pool">The pool of the round.</param>
    public RuleChoice(IEnumerable<Rule> rules, string pool) =>
        this.rules = [.. rules.Where(rule => rule.IsFor(pool)).OrderBy(rule => rule.Order).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Decides for one participant: the first rule that selects them and may nudge them now.</summary>
    /// <param name="profile">The facts that conditions use.</param>
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
        var tried = new Dictionary<(BudgetRules, DailySpan?), NudgeDecision>();
        foreach (var rule in rules.Where(rule => rule.When.Evaluate(profile) != Truth.No))
        {
            var withQuietHours = rule.QuietHours is null ? limits : limits with { RuleQuietHours = rule.QuietHours };
            if (IsTooSoon(rule, now, withQuietHours, byRule))
            {
                closest = closest.Rule is null ? new RuleDecision(rule, new NudgeDecision(NudgeReason.CadenceNotOver, null)) : closest;
                continue;
            }

            // Many rules have the same budget and quiet hours, so each combination is only decided once.
            if (!tried.TryGetValue((rule.Budget, rule.QuietHours), out var nudge))
            {
                nudge = InvitationBudget.Decide(now, withQuietHours, past, rule.Budget, profile.Need.AskedForIt);
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

    // Counted, like the back-off, in whole local days up to the day on which the card would be sent. So a weekly round at the same hour
    // does not miss its turn by a minute, and somebody who does not work on the day of the round does not miss every other one.
    private static bool IsTooSoon(Rule rule, Instant now, NudgeLimits limits, IReadOnlyCollection<RuleNudge> byRule)
    {
        var zone = limits.Hours.Zone;
        var earlier = byRule.Where(nudge => nudge.RuleId == rule.Id).Select(nudge => nudge.SentAt.InZone(zone).Date).ToList();
        return rule.CadenceWeeks > 0 && earlier.Count > 0
            && earlier.Max().PlusWeeks(rule.CadenceWeeks) > (SendingWindow.Next(now, limits) ?? now).InZone(zone).Date;
    }
}
