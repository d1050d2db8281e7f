using NodaTime;

namespace TeamsConnectBot.Core.Rules;

/// <summary>A nudge somebody got before.</summary>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Answer">What became of it.</param>
public readonly record struct PastNudge(Instant SentAt, NudgeAnswer Answer);
