namespace TeamsConnectBot.Sandbox.Faults;

/// <summary>The request on which the service dies.</summary>
internal sealed record KillPoint(long Number, bool AfterHandling, Action Kill);
