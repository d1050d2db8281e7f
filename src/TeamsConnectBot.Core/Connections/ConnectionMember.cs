namespace TeamsConnectBot.Core.Connections;

/// <summary>A person in a connection.</summary>
/// <param name="Id">The Entra object id.</param>
/// <param name="Answer">Their answer to 'Did you meet?'.</param>
public readonly record struct ConnectionMember(string Id, MemberAnswer Answer = MemberAnswer.Unasked);
