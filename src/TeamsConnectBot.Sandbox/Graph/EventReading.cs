using System.Collections.Immutable;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Lays the properties in a body over an event.</summary>
internal static class EventReading
{
    /// <summary>The event with what the body says; null when its times are wrong or missing.</summary>
    public static CalendarEvent? Read(JsonElement body, CalendarEvent item)
    {
        var start = GraphTimes.Read(body.Property("start"));
        var end = GraphTimes.Read(body.Property("end"));
        var isNew = item.Start == default;
        if ((start is null && (isNew || body.Property("start") is not null)) || (end is null && (isNew || body.Property("end") is not null)))
        {
            return null;
        }

        var read = item with
        {
            Start = start?.Instant ?? item.Start,
            End = end?.Instant ?? item.End,
            OriginalZone = start?.Zone ?? item.OriginalZone,
            Subject = body.Text("subject") ?? item.Subject,
            Body = body.Property("body")?.Text("content") ?? item.Body,
            Location = body.Property("location")?.Text("displayName") ?? item.Location,
            // Once an event is online it stays so.
            JoinUrl = item.JoinUrl ?? (body.Flag("isOnlineMeeting") == true ? JoinUrl(item.Id) : null),
            Sensitivity = body.Text("sensitivity") ?? item.Sensitivity,
            ShowAs = body.Text("showAs") ?? item.ShowAs,
            ResponseRequested = body.Flag("responseRequested") ?? item.ResponseRequested,
            AllowNewTimeProposals = body.Flag("allowNewTimeProposals") ?? item.AllowNewTimeProposals,
            HideAttendees = body.Flag("hideAttendees") ?? item.HideAttendees,
            ReminderOn = body.Flag("isReminderOn") ?? item.ReminderOn,
            ReminderMinutes = body.Number("reminderMinutesBeforeStart") ?? item.ReminderMinutes,
            Importance = body.Text("importance") ?? item.Importance,
            Categories = body.Property("categories") is { } categories
                ? [.. categories.EnumerateArray().Select(name => name.GetString()!)]
                : item.Categories,
            IsAllDay = body.Flag("isAllDay") ?? item.IsAllDay,
            Recurrence = body.Property("recurrence") is { ValueKind: JsonValueKind.Object } recurrence ? RecurrenceJson.Read(recurrence) : item.Recurrence,
            // A new pattern forgets what was changed of the old one's times.
            Exceptions = body.Property("recurrence") is null ? item.Exceptions : item.Exceptions.Clear(),
        };
        var attendees = body.Property("attendees") is { ValueKind: JsonValueKind.Array } list ? Attendees(list, item) : item.Attendees;
        var moved = !isNew && (read.Start != item.Start || read.End != item.End);
        // A new time asks everybody anew.
        return read with
        {
            Attendees = moved
                ? [.. attendees.Select(attendee => attendee with { Response = AttendeeStatus.None, RespondedAt = null, ProposedStart = null })]
                : attendees,
        };
    }

    private static ImmutableArray<EventAttendee> Attendees(JsonElement list, CalendarEvent item) =>
    [
        .. list.EnumerateArray()
            .Where(attendee => attendee.Property("emailAddress")?.Text("address") is not null)
            .Select(attendee => Attendee(attendee, item)),
    ];

    private static EventAttendee Attendee(JsonElement attendee, CalendarEvent item)
    {
        var mail = attendee.Property("emailAddress")!.Value;
        var address = mail.Text("address")!;
        return item.AttendeeAt(address) ?? new EventAttendee(address, mail.Text("name") ?? address, attendee.Text("type") ?? "required");
    }

    private static string JoinUrl(string id) =>
        $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{NameBasedGuid.Of(id):N}%40thread.v2/0";
}
