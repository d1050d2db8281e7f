namespace TeamsConnectBot.Core.Meetings;

/// <summary>Something a transition requires.</summary>
/// <param name="Kind">What must be done.</param>
/// <param name="MemberId">The member it is for; null when it is for the connection as a whole.</param>
public readonly record struct MeetingEffect(MeetingEffectKind Kind, string? MemberId = null);
