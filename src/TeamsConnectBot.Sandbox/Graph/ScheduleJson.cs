using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One element of a <c>getSchedule</c> response.</summary>
/// <param name="start">Start of the requested period.</param>
/// <param name="end">End of the requested period.</param>
/// <param name="interval">Minutes per character of the availability view.</param>
/// <param name="zone">The zone times are written in, and its name as the caller wrote it.</param>
/// <param name="withSubjects">Whether the app's permissions reveal subjects, which the app has no use for.</param>
internal sealed class ScheduleJson(Instant start, Instant end, int interval, (DateTimeZone Zone, string Name) zone, bool withSubjects)
{
    /// <summary>The subject of meetings that the service did not make. The service must never keep it, so tests search for it.</summary>
    public const string SecretSubject = "Vertrouwelijk overleg 7F3A";

    public Instant Start => start;

    public Instant End => end;

    public static void WriteUnknown(Utf8JsonWriter writer, string address) => WriteError(
        writer, address, "ErrorMailRecipientNotFound", $"Unable to resolve e-mail address {address} to an Active Directory object.");

    /// <summary>A mailbox outside the scope of Exchange's role. What the real one says then is not documented.</summary>
    public static void WriteRefused(Utf8JsonWriter writer, string address) =>
        WriteError(writer, address, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

    private static void WriteError(Utf8JsonWriter writer, string address, string code, string message) => new JsonObject
    {
        ["scheduleId"] = address,
        ["availabilityView"] = "",
        ["error"] = new JsonObject { ["message"] = message, ["responseCode"] = code },
    }.WriteTo(writer);

    // Written without intermediate objects: a large organisation has millions of items.
    public void Write(Utf8JsonWriter writer, string address, IReadOnlyList<CalendarItem> items, Person? person)
    {
        writer.WriteStartObject();
        writer.WriteString("scheduleId", address);
        writer.WriteString("availabilityView", View(items));
        writer.WriteStartArray("scheduleItems");
        // Graph's documentation and its real responses use different casing for statuses, so the service must understand both.
        var upper = person is not null && (person.ObjectId.ToByteArray()[15] & 1) == 1;
        foreach (var item in items)
        {
            WriteItem(writer, item, upper);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("workingHours");
        WorkingHoursJson.Describe(person).WriteTo(writer);
        writer.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter writer, CalendarItem item, bool upper)
    {
        writer.WriteStartObject();
        if (withSubjects)
        {
            var isPrivate = item.Event?.Sensitivity == "private";
            writer.WriteBoolean("isPrivate", isPrivate);
            writer.WriteString("subject", isPrivate ? "" : item.Event?.Subject ?? SecretSubject);
            writer.WriteString("location", item.Event?.Location ?? "");
        }

        var status = item.Status.ToString();
        writer.WriteString("status", upper ? status : JsonNamingPolicy.CamelCase.ConvertName(status));
        WriteTime(writer, "start", item.Start);
        WriteTime(writer, "end", item.End);
        writer.WriteEndObject();
    }

    private void WriteTime(Utf8JsonWriter writer, string property, Instant instant)
    {
        writer.WriteStartObject(property);
        writer.WriteString("dateTime", GraphTimes.Format(instant, zone.Zone));
        writer.WriteString("timeZone", zone.Name);
        writer.WriteEndObject();
    }

    private string View(IReadOnlyList<CalendarItem> items)
    {
        var slot = Duration.FromMinutes(interval);
        var view = new char[(int)Math.Ceiling((end - start) / slot)];
        Array.Fill(view, '0');
        foreach (var item in items)
        {
            var character = item.Status switch { BusyStatus.Tentative => '1', BusyStatus.Busy => '2', BusyStatus.Oof => '3', _ => '0' };
            var first = Math.Max(0, (int)Math.Floor((item.Start - start) / slot));
            var last = Math.Min(view.Length, (int)Math.Ceiling((item.End - start) / slot));
            for (var index = first; index < last; index++)
            {
                view[index] = character > view[index] ? character : view[index];
            }
        }

        return new string(view);
    }
}
