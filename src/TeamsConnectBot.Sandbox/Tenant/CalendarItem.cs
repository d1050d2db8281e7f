namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>One entry in a person's calendar: busy time of the organisation, or the <paramref name="Event"/> made by the service.</summary>
internal sealed record CalendarItem(Instant Start, Instant End, BusyStatus Status, bool AllDay, CalendarEvent? Event);
