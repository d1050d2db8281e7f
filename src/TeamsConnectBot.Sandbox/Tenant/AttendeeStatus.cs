namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>What an attendee answered.</summary>
internal enum AttendeeStatus
{
    None,
    Accepted,
    TentativelyAccepted,
    Declined,
}
