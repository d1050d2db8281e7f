using NodaTime;

namespace TeamsConnectBot.Core.Rules;

/// <summary>Whether somebody may be asked now.</summary>
/// <param name="Reason">What stands in the way; <see cref="NudgeReason.MayAsk"/> when nothing does.</param>
/// <param name="NextAt">The earliest moment they may be asked: now when they may, null when only they can change it (or not within the next year).</param>
public readonly record struct NudgeDecision(NudgeReason Reason, Instant? NextAt)
{
    /// <summary>Whether they may be asked now.</summary>
    public bool MayAsk => Reason == NudgeReason.MayAsk;
}
