using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.Matching.Learning;

/// <summary>What somebody said after a meeting. Held only while a round is decided.</summary>
/// <param name="PersonId">Who, so that nobody counts twice.</param>
/// <param name="Kind">The kind of meeting.</param>
/// <param name="Answer">What they said; 'not asked' and 'not answered' are ignored.</param>
public readonly record struct MeetingAnswer(string PersonId, MeetingKind Kind, MemberAnswer Answer);
