using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>An event as Graph writes it in one mailbox.</summary>
internal sealed class EventJson
{
    private readonly Utf8JsonWriter writer;
    private readonly CalendarEvent item;
    private readonly HashSet<string>? selected;

    private EventJson(Utf8JsonWriter writer, CalendarEvent item, HashSet<string>? selected)
    {
        this.writer = writer;
        this.item = item;
        this.selected = selected;
    }

    public static void Write(
        Utf8JsonWriter writer, CalendarEvent item, GraphCall request, (DateTimeZone Zone, string Name) zone, string mailbox,
        string? context = null)
    {
        var select = request.Option("$select")?.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        writer.WriteStartObject();
        if (context is not null)
        {
            writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#{context}");
        }

        writer.WriteString("@odata.etag", $"W/\"{ChangeKey(item)}\"");
        writer.WriteString("id", item.Id);
        new EventJson(writer, item, select).WriteSelected(zone, mailbox);
        writer.WriteEndObject();
    }

    private static string ChangeKey(CalendarEvent item) => Convert.ToBase64String(NameBasedGuid.Of($"{item.Id} {item.Version}").ToByteArray());

    private void WriteSelected((DateTimeZone Zone, string Name) zone, string mailbox)
    {
        Texts("categories", item.Categories);
        Text("createdDateTime", GraphTimes.FormatUtc(item.Created));
        Text("lastModifiedDateTime", GraphTimes.FormatUtc(item.Modified));
        Text("changeKey", ChangeKey(item));
        Text("transactionId", item.TransactionId);
        Text("originalStartTimeZone", item.OriginalZone);
        Text("originalEndTimeZone", item.OriginalZone);
        Text("iCalUId", "040000008200E00074C5B7101A82E008" + NameBasedGuid.Of(item.Id).ToString("N").ToUpperInvariant());
        Flag("isReminderOn", item.ReminderOn);
        Number("reminderMinutesBeforeStart", item.ReminderMinutes);
        Flag("hasAttachments", false);
        Text("subject", item.Subject);
        Text("bodyPreview", item.Body.Length > 255 ? item.Body[..255] : item.Body);
        Text("importance", item.Importance);
        Text("sensitivity", item.Sensitivity);
        Flag("isAllDay", item.IsAllDay);
        Flag("isCancelled", item.Cancelled);
        Flag("isDraft", false);
        Flag("isOrganizer", string.Equals(mailbox, item.Organiser, StringComparison.OrdinalIgnoreCase));
        Flag("responseRequested", item.ResponseRequested);
        Text("seriesMasterId", item.SeriesMasterId);
        Text("originalStart", item.OriginalStart is { } original ? GraphTimes.FormatUtc(original) : null);
        Text("showAs", item.ShowAs);
        Text("type", item.Recurrence is not null ? "seriesMaster" : item.SeriesMasterId is null ? "singleInstance" : "occurrence");
        Text("webLink", $"https://outlook.office365.com/owa/?itemid={Uri.EscapeDataString(item.Id)}&exvsurl=1&path=/calendar/item");
        Text("onlineMeetingUrl", null);
        Flag("isOnlineMeeting", item.JoinUrl is not null);
        Text("onlineMeetingProvider", item.JoinUrl is null ? "unknown" : "teamsForBusiness");
        Flag("allowNewTimeProposals", item.AllowNewTimeProposals);
        Flag("hideAttendees", item.HideAttendees);
        if (Wanted("responseStatus"))
        {
            writer.WritePropertyName("responseStatus");
            WriteResponse(item.AttendeeAt(mailbox), isOrganiser: string.Equals(mailbox, item.Organiser, StringComparison.OrdinalIgnoreCase));
        }

        if (Wanted("body"))
        {
            writer.WriteStartObject("body");
            writer.WriteString("contentType", "html");
            writer.WriteString("content", item.Body);
            writer.WriteEndObject();
        }

        if (Wanted("start"))
        {
            GraphTimes.Write(writer, "start", item.Start, zone.Zone, zone.Name);
        }

        if (Wanted("end"))
        {
            GraphTimes.Write(writer, "end", item.End, zone.Zone, zone.Name);
        }

        if (Wanted("location"))
        {
            writer.WritePropertyName("location");
            WriteLocation(item.Location ?? "");
        }

        if (Wanted("locations"))
        {
            writer.WriteStartArray("locations");
            if (item.Location is { Length: > 0 } place)
            {
                WriteLocation(place);
            }

            writer.WriteEndArray();
        }

        if (Wanted("recurrence"))
        {
            RecurrenceJson.Write(writer, item);
        }

        // Only who asks for it by name gets it.
        if (selected?.Contains("cancelledOccurrences") == true)
        {
            WriteCancelled();
        }

        if (Wanted("attendees"))
        {
            WriteAttendees();
        }

        if (Wanted("organizer"))
        {
            writer.WriteStartObject("organizer");
            WriteMail("Koffie", item.Organiser);
            writer.WriteEndObject();
        }

        if (Wanted("onlineMeeting"))
        {
            WriteOnlineMeeting();
        }
    }

    private void WriteLocation(string place)
    {
        writer.WriteStartObject();
        writer.WriteString("displayName", place);
        writer.WriteString("locationType", "default");
        writer.WriteString("uniqueIdType", "private");
        writer.WriteEndObject();
    }

    private void WriteCancelled()
    {
        writer.WriteStartArray("cancelledOccurrences");
        foreach (var (day, _) in item.Exceptions.Where(exception => exception.Value is null).OrderBy(exception => exception.Key))
        {
            writer.WriteStringValue($"OID.{item.Id}.{LocalDatePattern.Iso.Format(day)}");
        }

        writer.WriteEndArray();
    }

    private void WriteAttendees()
    {
        writer.WriteStartArray("attendees");
        foreach (var attendee in item.Attendees)
        {
            writer.WriteStartObject();
            writer.WriteString("type", attendee.Type);
            writer.WritePropertyName("status");
            WriteResponse(attendee, isOrganiser: false);
            if (attendee.ProposedStart is { } proposed)
            {
                writer.WriteStartObject("proposedNewTime");
                GraphTimes.Write(writer, "start", proposed, DateTimeZone.Utc, "UTC");
                GraphTimes.Write(writer, "end", proposed + (item.End - item.Start), DateTimeZone.Utc, "UTC");
                writer.WriteEndObject();
            }

            WriteMail(attendee.Name, attendee.Address);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteOnlineMeeting()
    {
        if (item.JoinUrl is null)
        {
            writer.WriteNull("onlineMeeting");
            return;
        }

        writer.WriteStartObject("onlineMeeting");
        writer.WriteString("joinUrl", item.JoinUrl);
        writer.WriteEndObject();
    }

    private void WriteResponse(EventAttendee? attendee, bool isOrganiser)
    {
        var response = (attendee?.Response, isOrganiser) switch
        {
            (_, true) => "organizer",
            (AttendeeStatus.Accepted, _) => "accepted",
            (AttendeeStatus.TentativelyAccepted, _) => "tentativelyAccepted",
            (AttendeeStatus.Declined, _) => "declined",
            _ => "none",
        };
        writer.WriteStartObject();
        writer.WriteString("response", response);
        writer.WriteString("time", attendee?.RespondedAt is { } at ? GraphTimes.FormatUtc(at) : "0001-01-01T00:00:00Z");
        writer.WriteEndObject();
    }

    private void WriteMail(string name, string address)
    {
        writer.WriteStartObject("emailAddress");
        writer.WriteString("name", name);
        writer.WriteString("address", address);
        writer.WriteEndObject();
    }

    private bool Wanted(string name) => selected is null || selected.Contains(name);

    private void Text(string name, string? value)
    {
        if (Wanted(name))
        {
            writer.WriteString(name, value);
        }
    }

    private void Texts(string name, IEnumerable<string> values)
    {
        if (!Wanted(name))
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private void Number(string name, int value)
    {
        if (Wanted(name))
        {
            writer.WriteNumber(name, value);
        }
    }

    private void Flag(string name, bool value)
    {
        if (Wanted(name))
        {
            writer.WriteBoolean(name, value);
        }
    }
}
