namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Answers that were counted without keeping whose they were. A tally must be closed before it is asked about: one that still
/// grows tells, by its difference, what the newest answers were.
/// </summary>
/// <param name="Answered">How many people answered; each at most once.</param>
/// <param name="Agreed">How many of them agreed: 0 … <paramref name="Answered"/>.</param>
public readonly record struct Tally(int Answered, int Agreed);

/// <summary>What of a tally may be shown.</summary>
/// <param name="Share">The share that agreed, as a range of ten percent.</param>
/// <param name="Answered">How many answered, as a range.</param>
public readonly record struct TallyAnswer(PercentRange Share, CountRange Answered);
