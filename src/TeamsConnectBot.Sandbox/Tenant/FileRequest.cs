namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A message in which the bot asks whether it may put a file into the person's OneDrive.</summary>
/// <param name="Accept">What Teams sends back when the person allows it, as JSON.</param>
/// <param name="Decline">What Teams sends back when they do not.</param>
internal sealed record FileRequest(string Name, string Description, long Bytes, string? Accept, string? Decline);
