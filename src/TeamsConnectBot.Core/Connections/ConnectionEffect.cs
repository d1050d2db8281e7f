namespace TeamsConnectBot.Core.Connections;

/// <summary>Something that must follow.</summary>
/// <param name="Kind">What.</param>
/// <param name="MemberId">For whom; null when it is for the connection as a whole.</param>
public readonly record struct ConnectionEffect(ConnectionEffectKind Kind, string? MemberId = null);
