using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Applies the properties of a body to an event.</summary>
internal static class EventReading
{
    /// <summary>The changed event; null when its times are missing or can't be read.</summary>
    public static CalendarEvent? Read(JsonElement body, CalendarEvent item)
    {
        var start = GraphTimes.Read(body.Property("start"));
        var end = GraphTimes.Read(body.Property("end"));
        var isNew = item.Start == default;
        if ((start is null && (isNew || body.Property("start") is not null))
            || (end is null && (isNew || body.Property("end") is not null)))
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
            Sensitivity = body.Text("sensitivity") ?? item.Sensitivity,
            ShowAs = body.Text("showAs") ?? item.ShowAs,
            ResponseRequested = body.Flag("responseRequested") ?? item.ResponseRequested,
            AllowNewTimeProposals = body.Flag("allowNewTimeProposals") ?? item.AllowNewTimeProposals,
            HideAttendees = body.Flag("hideAttendees") ?? item.HideAttendees,
            ReminderOn = body.Flag("isReminderOn") ?? item.ReminderOn,
            ReminderMinutes = body.Number("reminderMinutesBeforeStart") ?? item.ReminderMinutes,
            Importance = body.Text("importance") ?? item.Importance,
            Categories = body.List("categories") is { } categories ? [.. categories.Select(name => name.GetString()!)] : item.Categories,
            IsAllDay = body.Flag("isAllDay") ?? item.IsAllDay,
            Recurrence = body.Property("recurrence") is { } recurrence ? RecurrenceJson.Read(recurrence) : item.Recurrence,
            // A new pattern drops the exceptions to the old one.
            Exceptions = body.Property("recurrence") is null ? item.Exceptions : item.Exceptions.Clear(),
        };
        read = WithMeeting(read, body);
        read = body.List("attendees") is { } attendees ? read with { Attendees = Attendees(attendees, item) } : read;
        // Outlook clears all responses when the time changes.
        return isNew || (read.Start == item.Start && read.End == item.End) ? read : read with
        {
            Attendees =
            [
                .. from attendee in read.Attendees
                   select attendee with { Response = AttendeeStatus.None, RespondedAt = null, ProposedStart = null },
            ],
        };
    }

    // An online meeting cannot be switched off, but it is lost with the block that Graph wrote into the body.
    private static CalendarEvent WithMeeting(CalendarEvent read, JsonElement body)
    {
        if (read.JoinUrl is { } url)
        {
            return read.Body.Contains(url, StringComparison.Ordinal) ? read : read with { JoinUrl = null };
        }

        if (body.Flag("isOnlineMeeting") != true)
        {
            return read;
        }

        url = JoinUrl(read.Id);
        return read with { JoinUrl = url, Body = $"{read.Body}\n{new string('_', 80)}\nMicrosoft Teams meeting\nJoin: {url}" };
    }

    private static ImmutableArray<EventAttendee> Attendees(IEnumerable<JsonElement> attendees, CalendarEvent item) =>
    [
        .. from attendee in attendees
           let mail = attendee.Property("emailAddress")
           let address = mail?.Text("address")
           where address is not null
           let name = mail?.Text("name") ?? address
           select item.AttendeeAt(address) ?? new EventAttendee(address, name, attendee.Text("type") ?? "required"),
    ];

    private static string JoinUrl(string id) =>
        $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{NameBasedGuid.Of(id):N}%40thread.v2/0";
}
