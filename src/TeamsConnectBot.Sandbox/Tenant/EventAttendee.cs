namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A person invited to an event.</summary>
internal sealed record EventAttendee(string Address, string Name, string Type = "required")
{
    public AttendeeStatus Response { get; init; } = AttendeeStatus.None;

    public Instant? RespondedAt { get; init; }

    /// <summary>The start this person proposed instead.</summary>
    public Instant? ProposedStart { get; init; }

    /// <summary>Whether the person removed the event from their own calendar.</summary>
    public bool Removed { get; init; }
}
