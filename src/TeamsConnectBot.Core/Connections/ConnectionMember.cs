namespace TeamsConnectBot.Core.Connections;

/// <summary>Somebody in a connection.</summary>
/// <param name="Id">The Entra object id.</param>
/// <param name="Answer">What they said afterwards.</param>
public readonly record struct ConnectionMember(string Id, MemberAnswer Answer = MemberAnswer.Unasked);
