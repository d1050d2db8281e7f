namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A team: a group of people with channels. Its first channel's id is the team's own.</summary>
/// <param name="GroupId">The Entra group with its owners and members.</param>
/// <param name="ThreadId">How the protocol names the team (<c>19:…@thread.tacv2</c>).</param>
internal sealed record TenantTeam(Guid GroupId, string Name, string ThreadId);
