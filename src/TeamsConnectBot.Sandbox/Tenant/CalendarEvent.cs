namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>An event made by the service, as in the organiser's calendar.</summary>
internal sealed record CalendarEvent
{
    public required string Id { get; init; }

    /// <summary>The mailbox in which it was created.</summary>
    public required string Organiser { get; init; }

    public string? TransactionId { get; init; }

    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    /// <summary>The name of the time zone in which its start was given.</summary>
    public string OriginalZone { get; init; } = "UTC";

    public string? Location { get; init; }

    /// <summary>The Teams link; null when it is not online.</summary>
    public string? JoinUrl { get; init; }

    public string Sensitivity { get; init; } = "normal";

    public string ShowAs { get; init; } = "busy";

    public bool ResponseRequested { get; init; } = true;

    public bool AllowNewTimeProposals { get; init; } = true;

    public bool HideAttendees { get; init; }

    public bool ReminderOn { get; init; } = true;

    public int ReminderMinutes { get; init; } = 15;

    public string Importance { get; init; } = "normal";

    public ImmutableArray<string> Categories { get; init; } = [];

    public bool IsAllDay { get; init; }

    public ImmutableArray<EventAttendee> Attendees { get; init; } = [];

    /// <summary>The recurrence; null for a single event and for an occurrence.</summary>
    public EventRecurrence? Recurrence { get; init; }

    /// <summary>The changed occurrences of a series; null for a deleted one.</summary>
    public ImmutableDictionary<LocalDate, CalendarEvent?> Exceptions { get; init; } = ImmutableDictionary<LocalDate, CalendarEvent?>.Empty;

    /// <summary>The series that an occurrence belongs to.</summary>
    public string? SeriesMasterId { get; init; }

    /// <summary>When an occurrence would start according to its series.</summary>
    public Instant? OriginalStart { get; init; }

    public required Instant Created { get; init; }

    public required Instant Modified { get; init; }

    /// <summary>The number of changes, from which the etag is derived.</summary>
    public int Version { get; init; } = 1;

    public bool IsOrganisedBy(string? address) => string.Equals(Organiser, address, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the event is in this mailbox: as its organiser, or as an attendee who didn't remove it.</summary>
    public bool IsIn(string? address) => IsOrganisedBy(address) || AttendeeAt(address) is { Removed: false };

    public EventAttendee? AttendeeAt(string? address) =>
        Attendees.FirstOrDefault(attendee => string.Equals(attendee.Address, address, StringComparison.OrdinalIgnoreCase));
}
