namespace TeamsConnectBot.Core.Matching.Learning;

/// <summary>A line of the table, as an admin may see it.</summary>
/// <param name="Kind">The kind of meeting.</param>
/// <param name="Factor">What its points are multiplied by, in thousandths.</param>
/// <param name="People">How many people answered.</param>
/// <param name="Worth">What their answers were worth on average, 0 … 1000: didn't 0, met 800, again please 1000.</param>
public sealed record LearntRow(MeetingKind Kind, int Factor, int People, int Worth);
