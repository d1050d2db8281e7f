using System.Buffers;
using System.Text.Json;
using NodaTime;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>Up to 20 mailboxes asked for in one getSchedule. Several people may share an address.</summary>
internal sealed record ScheduleGroup(IReadOnlyList<IGrouping<string, string>> Mailboxes)
{
    /// <summary>The people, by mailbox.</summary>
    public IEnumerable<string> People => Mailboxes.SelectMany(m => m);

    public (ScheduleGroup, ScheduleGroup) Halves()
    {
        var half = Mailboxes.Count / 2;
        return (new ScheduleGroup([.. Mailboxes.Take(half)]), new ScheduleGroup([.. Mailboxes.Skip(half)]));
    }

    /// <summary>
    /// The request goes to the service mailbox's calendar: another person's could be missing and take the whole group down,
    /// and would see what colleagues share with that person only.
    /// </summary>
    public BatchPart ToPart(string serviceMailbox, Interval window) =>
        new("POST", $"/users/{Uri.EscapeDataString(serviceMailbox)}/calendar/getSchedule", Body(window), "outlook.timezone=\"UTC\"");

    private ReadOnlyMemory<byte> Body(Interval window)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("schedules");
        foreach (var mailbox in Mailboxes)
        {
            json.WriteStringValue(mailbox.Key);
        }

        json.WriteEndArray();
        Write(json, "startTime", window.Start);
        Write(json, "endTime", window.End);
        json.WriteNumber("availabilityViewInterval", (int)ScheduleReader.ViewInterval.TotalMinutes);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, string property, Instant instant)
    {
        var time = MailboxTime.Utc(instant);
        json.WriteStartObject(property);
        json.WriteString("dateTime", time.DateTime);
        json.WriteString("timeZone", time.TimeZone);
        json.WriteEndObject();
    }
}
