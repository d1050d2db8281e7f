namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>An attendee's answer.</summary>
internal enum AttendeeStatus
{
    None,
    Accepted,
    TentativelyAccepted,
    Declined,
}
