namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>What an attendee answered.</summary>
internal enum AttendeeResponse
{
    None,
    Accepted,
    TentativelyAccepted,
    Declined,
}
