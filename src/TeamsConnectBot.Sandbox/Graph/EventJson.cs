using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>An event as Graph returns it from one mailbox.</summary>
internal static class EventJson
{
    private const string OnlyOnRequest = "cancelledOccurrences";

    public static JsonObject Describe(CalendarEvent item, GraphCall request, (DateTimeZone Zone, string Name) zone, string mailbox)
    {
        var isOrganiser = item.IsOrganisedBy(mailbox);
        var json = new JsonObject
        {
            ["@odata.etag"] = $"W/\"{ChangeKey(item)}\"",
            ["id"] = item.Id,
            ["categories"] = new JsonArray([.. item.Categories.Select(category => (JsonNode)category)]),
            ["createdDateTime"] = GraphTimes.FormatUtc(item.Created),
            ["lastModifiedDateTime"] = GraphTimes.FormatUtc(item.Modified),
            ["changeKey"] = ChangeKey(item),
            ["transactionId"] = item.TransactionId,
            ["originalStartTimeZone"] = item.OriginalZone,
            ["originalEndTimeZone"] = item.OriginalZone,
            ["iCalUId"] = "040000008200E00074C5B7101A82E008" + NameBasedGuid.Of(item.Id).ToString("N").ToUpperInvariant(),
            ["isReminderOn"] = item.ReminderOn,
            ["reminderMinutesBeforeStart"] = item.ReminderMinutes,
            ["hasAttachments"] = false,
            ["subject"] = item.Subject,
            ["bodyPreview"] = item.Body.Length > 255 ? item.Body[..255] : item.Body,
            ["importance"] = item.Importance,
            ["sensitivity"] = item.Sensitivity,
            ["isAllDay"] = item.IsAllDay,
            ["isCancelled"] = false,
            ["isDraft"] = false,
            ["isOrganizer"] = isOrganiser,
            ["responseRequested"] = item.ResponseRequested,
            ["seriesMasterId"] = item.SeriesMasterId,
            ["originalStart"] = item.OriginalStart is { } original ? GraphTimes.FormatUtc(original) : null,
            ["showAs"] = item.ShowAs,
            ["type"] = item.Recurrence is not null ? "seriesMaster" : item.SeriesMasterId is null ? "singleInstance" : "occurrence",
            ["webLink"] = $"https://outlook.office365.com/owa/?itemid={Uri.EscapeDataString(item.Id)}&exvsurl=1&path=/calendar/item",
            ["onlineMeetingUrl"] = null,
            ["isOnlineMeeting"] = item.JoinUrl is not null,
            ["onlineMeetingProvider"] = item.JoinUrl is null ? "unknown" : "teamsForBusiness",
            ["allowNewTimeProposals"] = item.AllowNewTimeProposals,
            ["hideAttendees"] = item.HideAttendees,
            ["responseStatus"] = Response(item.AttendeeAt(mailbox), isOrganiser),
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = item.Body },
            ["start"] = GraphTimes.Describe(item.Start, zone),
            ["end"] = GraphTimes.Describe(item.End, zone),
            ["location"] = Location(item.Location ?? ""),
            ["locations"] = item.Location is { Length: > 0 } place ? new JsonArray(Location(place)) : new JsonArray(),
            ["recurrence"] = RecurrenceJson.Describe(item),
            [OnlyOnRequest] = new JsonArray([.. CancelledOccurrences(item)]),
            ["attendees"] = new JsonArray([.. item.Attendees.Select(attendee => Attendee(attendee, item))]),
            ["organizer"] = new JsonObject { ["emailAddress"] = Mail("Koffie", item.Organiser) },
            ["onlineMeeting"] = item.JoinUrl is { } url ? new JsonObject { ["joinUrl"] = url } : null,
        };
        var selected = request.Option("$select")?.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in json.Select(property => property.Key).Where(name => !IsWanted(name, selected)).ToList())
        {
            json.Remove(name);
        }

        return json;
    }

    private static bool IsWanted(string name, HashSet<string>? selected) =>
        name is "@odata.etag" or "id" || (selected is null ? name != OnlyOnRequest : selected.Contains(name));

    private static string ChangeKey(CalendarEvent item) =>
        Convert.ToBase64String(NameBasedGuid.Of($"{item.Id} {item.Version}").ToByteArray());

    private static JsonObject Location(string place) =>
        new() { ["displayName"] = place, ["locationType"] = "default", ["uniqueIdType"] = "private" };

    private static IEnumerable<JsonNode> CancelledOccurrences(CalendarEvent item) => item.Exceptions
        .Where(exception => exception.Value is null).OrderBy(exception => exception.Key)
        .Select(exception => (JsonNode)$"OID.{item.Id}.{LocalDatePattern.Iso.Format(exception.Key)}");

    private static JsonObject Attendee(EventAttendee attendee, CalendarEvent item)
    {
        var json = new JsonObject
        {
            ["type"] = attendee.Type,
            ["status"] = Response(attendee, isOrganiser: false),
            ["emailAddress"] = Mail(attendee.Name, attendee.Address),
        };
        if (attendee.ProposedStart is { } proposed)
        {
            json["proposedNewTime"] = new JsonObject
            {
                ["start"] = GraphTimes.Describe(proposed, (DateTimeZone.Utc, "UTC")),
                ["end"] = GraphTimes.Describe(proposed + (item.End - item.Start), (DateTimeZone.Utc, "UTC")),
            };
        }

        return json;
    }

    private static JsonObject Response(EventAttendee? attendee, bool isOrganiser) => new()
    {
        ["response"] = (attendee?.Response, isOrganiser) switch
        {
            (_, true) => "organizer",
            (AttendeeStatus.Accepted, _) => "accepted",
            (AttendeeStatus.TentativelyAccepted, _) => "tentativelyAccepted",
            (AttendeeStatus.Declined, _) => "declined",
            _ => "none",
        },
        ["time"] = attendee?.RespondedAt is { } at ? GraphTimes.FormatUtc(at) : "0001-01-01T00:00:00Z",
    };

    private static JsonObject Mail(string name, string address) => new() { ["name"] = name, ["address"] = address };
}
