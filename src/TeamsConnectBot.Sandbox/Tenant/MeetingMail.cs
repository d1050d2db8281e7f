namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A mail that somebody got about an event to which they are invited.</summary>
internal sealed record MeetingMail(string To, MeetingMailKind Kind, string Subject);

internal enum MeetingMailKind
{
    Invitation,
    Update,
    Cancellation,
}
