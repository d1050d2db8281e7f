namespace TeamsConnectBot.Core.Connections;

/// <summary>Something a transition requires.</summary>
/// <param name="Kind">What must be done.</param>
/// <param name="MemberId">The member it is for; null when it is for the connection as a whole.</param>
public readonly record struct ConnectionEffect(ConnectionEffectKind Kind, string? MemberId = null);
