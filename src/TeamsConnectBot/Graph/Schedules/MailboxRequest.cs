namespace TeamsConnectBot.Graph.Schedules;

/// <summary>Whose free/busy to read: only people who allowed it.</summary>
/// <param name="PersonId">The Entra object id, which comes back in the answer.</param>
/// <param name="Mail">The address Graph is asked about; null or empty for a person without one.</param>
internal sealed record MailboxRequest(string PersonId, string? Mail);
