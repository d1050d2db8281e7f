namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A team: a group of people with channels. Its first channel has the team's own id.</summary>
/// <param name="GroupId">The Entra group with its owners and members.</param>
/// <param name="ThreadId">The team's id in the Bot Framework protocol (<c>19:…@thread.tacv2</c>).</param>
internal sealed record TenantTeam(Guid GroupId, string Name, string ThreadId);
