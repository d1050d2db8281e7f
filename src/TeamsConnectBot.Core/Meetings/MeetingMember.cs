namespace TeamsConnectBot.Core.Meetings;

/// <summary>A person in a connection.</summary>
/// <param name="Id">The Entra object id.</param>
/// <param name="Answer">Their answer to 'Did you meet?'.</param>
public readonly record struct MeetingMember(string Id, MemberAnswer Answer = MemberAnswer.Unasked);
