namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Two people, by the organisation's ids, who already work together, and how much.</summary>
internal sealed record WorkTie(string A, string B, double Weight);
