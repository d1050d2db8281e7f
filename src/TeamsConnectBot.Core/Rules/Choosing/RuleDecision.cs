using TeamsConnectBot.Core.Rules.Definition;

namespace TeamsConnectBot.Core.Rules.Choosing;

/// <summary>What the rules say about one participant.</summary>
/// <param name="Rule">The rule that nudges, or the closest one if the person may not be nudged; null if no rule selects them.</param>
/// <param name="Nudge">Whether they may be asked, and when.</param>
public sealed record RuleDecision(Rule? Rule, NudgeDecision Nudge)
{
    /// <summary>Whether a card may be sent, now or at the next moment that does not disturb.</summary>
    public bool Asks => Rule is not null && Nudge.NextAt is not null && Nudge.Reason is NudgeReason.MayAsk or NudgeReason.OutsideWindow;
}

/// <summary>An earlier nudge by a rule.</summary>
/// <param name="RuleId">Which rule.</param>
/// <param name="SentAt">When.</param>
public readonly record struct RuleNudge(string RuleId, Instant SentAt);
