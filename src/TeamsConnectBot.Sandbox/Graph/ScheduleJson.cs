using System.Text.Json;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One element of a <c>getSchedule</c> answer.</summary>
/// <param name="start">Where the window starts.</param>
/// <param name="end">Where it ends.</param>
/// <param name="interval">Minutes a character of the view stands for.</param>
/// <param name="zone">The zone times are written in.</param>
/// <param name="zoneName">Its name as the caller gave it.</param>
/// <param name="withSubjects">Whether the app's permissions show it subjects it has no use for.</param>
internal sealed class ScheduleJson(Instant start, Instant end, int interval, DateTimeZone zone, string zoneName, bool withSubjects)
{
    /// <summary>The subject of every meeting of the organisation's own. Where it turns up in the service, something was kept that shouldn't be.</summary>
    public const string SecretSubject = "Vertrouwelijk overleg 7F3A";

    public Instant Start => start;

    public Instant End => end;

    public static void WriteUnknown(Utf8JsonWriter writer, string address)
    {
        writer.WriteStartObject();
        writer.WriteString("scheduleId", address);
        writer.WriteString("availabilityView", "");
        writer.WriteStartObject("error");
        writer.WriteString("message", $"Unable to resolve e-mail address {address} to an Active Directory object.");
        writer.WriteString("responseCode", "ErrorMailRecipientNotFound");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public void Write(Utf8JsonWriter writer, string address, IReadOnlyList<CalendarItem> items, Person? person)
    {
        writer.WriteStartObject();
        writer.WriteString("scheduleId", address);
        writer.WriteString("availabilityView", View(items));
        writer.WriteStartArray("scheduleItems");
        // Documentation and practice differ in the case of statuses, so both must be understood.
        var upper = person is not null && (person.ObjectId.ToByteArray()[15] & 1) == 1;
        foreach (var item in items)
        {
            WriteItem(writer, item, upper);
        }

        writer.WriteEndArray();
        WorkingHoursJson.Write(writer, person);
        writer.WriteEndObject();
    }

    private void WriteItem(Utf8JsonWriter writer, CalendarItem item, bool upper)
    {
        writer.WriteStartObject();
        if (withSubjects)
        {
            writer.WriteBoolean("isPrivate", item.Event?.Sensitivity == "private");
            writer.WriteString("subject", item.Event is { } made ? made.Sensitivity == "private" ? "" : made.Subject : SecretSubject);
            writer.WriteString("location", item.Event?.Location ?? "");
        }

        writer.WriteString("status", Status(item.Status, upper));
        GraphTimes.Write(writer, "start", item.Start, zone, zoneName);
        GraphTimes.Write(writer, "end", item.End, zone, zoneName);
        writer.WriteEndObject();
    }

    private static string Status(BusyStatus status, bool upper) => (status, upper) switch
    {
        (BusyStatus.Free, false) => "free",
        (BusyStatus.WorkingElsewhere, false) => "workingElsewhere",
        (BusyStatus.Tentative, false) => "tentative",
        (BusyStatus.Busy, false) => "busy",
        (BusyStatus.Oof, false) => "oof",
        _ => status.ToString(),
    };

    private string View(IReadOnlyList<CalendarItem> items)
    {
        var slot = Duration.FromMinutes(interval);
        var count = (int)Math.Ceiling((end - start) / slot);
        return string.Create(count, (items, slot, Start), static (view, state) =>
        {
            view.Fill('0');
            foreach (var item in state.items)
            {
                var character = item.Status switch { BusyStatus.Tentative => '1', BusyStatus.Busy => '2', BusyStatus.Oof => '3', _ => '0' };
                var first = Math.Max(0, (int)Math.Floor((item.Start - state.Start) / state.slot));
                var last = Math.Min(view.Length, (int)Math.Ceiling((item.End - state.Start) / state.slot));
                for (var index = first; index < last; index++)
                {
                    view[index] = character > view[index] ? character : view[index];
                }
            }
        });
    }
}
