using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>One line of somebody's calendar: the organisation's own (no <paramref name="Event"/>), or the bot's event.</summary>
internal sealed record CalendarItem(Instant Start, Instant End, BusyStatus Status, bool AllDay, CalendarEvent? Event);
