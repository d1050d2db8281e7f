namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Answers that were counted without recording whose they were. A tally must be closed before it is read: the differences of one that
/// is still growing reveal the newest answers.
/// </summary>
/// <param name="Answered">How many people answered, each at most once.</param>
/// <param name="Agreed">How many of them agreed: 0 … <paramref name="Answered"/>.</param>
public readonly record struct Tally(int Answered, int Agreed);

/// <summary>The part of a tally that may be shown.</summary>
/// <param name="Share">The share that agreed, as a range of ten percent.</param>
/// <param name="Answered">How many people answered, as a range.</param>
public readonly record struct TallyAnswer(PercentRange Share, CountRange Answered);
