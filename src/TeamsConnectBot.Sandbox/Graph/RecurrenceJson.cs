using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A patternedRecurrence, read from a body and written in an answer. Names and values are checked before.</summary>
internal static class RecurrenceJson
{
    /// <exception cref="FormatException">Graph would answer 400.</exception>
    public static EventRecurrence Read(JsonElement body)
    {
        var pattern = body.Property("pattern") ?? throw new FormatException("The recurrence has no pattern.");
        var range = body.Property("range") ?? throw new FormatException("The recurrence has no range.");
        var recurrence = new EventRecurrence
        {
            Type = pattern.Text("type") ?? throw new FormatException("The pattern has no type."),
            Interval = pattern.Number("interval") is >= 1 and var interval ? interval : throw new FormatException("The interval must be at least 1."),
            Days = Days(pattern),
            DayOfMonth = pattern.Number("dayOfMonth") ?? 0,
            Month = pattern.Number("month") ?? 0,
            Index = pattern.Text("index") ?? "first",
            FirstDayOfWeek = pattern.Text("firstDayOfWeek") is { } first ? Day(first) : IsoDayOfWeek.Sunday,
            Start = Date(range, "startDate") ?? throw new FormatException("The range has no startDate."),
            End = range.Text("type") == "endDate" ? Date(range, "endDate") ?? throw new FormatException("The range has no endDate.") : null,
            Count = range.Text("type") == "numbered" ? Count(range) : null,
            Zone = range.Text("recurrenceTimeZone"),
        };
        return Refusal(recurrence) is { } refusal ? throw new FormatException(refusal) : recurrence;
    }

    /// <summary>Null for what is no series.</summary>
    public static void Write(Utf8JsonWriter writer, CalendarEvent item)
    {
        if (item.Recurrence is not { } recurrence)
        {
            writer.WriteNull("recurrence");
            return;
        }

        writer.WriteStartObject("recurrence");
        WritePattern(writer, recurrence);
        WriteRange(writer, recurrence, recurrence.Zone ?? item.OriginalZone);
        writer.WriteEndObject();
    }

    private static string? Refusal(EventRecurrence recurrence) => recurrence switch
    {
        { Type: "weekly" or "relativeMonthly" or "relativeYearly", Days.IsEmpty: true } => "The pattern needs daysOfWeek.",
        { Type: "absoluteMonthly" or "absoluteYearly", DayOfMonth: < 1 or > 31 } => "The pattern needs a dayOfMonth from 1 to 31.",
        { Type: "absoluteYearly" or "relativeYearly", Month: < 1 or > 12 } => "The pattern needs a month from 1 to 12.",
        { End: { } end } when end < recurrence.Start => "The range ends before it starts.",
        _ => null,
    };

    private static int Count(JsonElement range) =>
        range.Number("numberOfOccurrences") is >= 1 and var count
            ? count
            : throw new FormatException("The range needs a numberOfOccurrences of at least 1.");

    private static ImmutableArray<IsoDayOfWeek> Days(JsonElement pattern) =>
        pattern.Property("daysOfWeek") is { ValueKind: JsonValueKind.Array } days
            ? [.. days.EnumerateArray().Select(day => Day(day.GetString()!))]
            : [];

    private static IsoDayOfWeek Day(string name) => Enum.Parse<IsoDayOfWeek>(name, ignoreCase: true);

    private static LocalDate? Date(JsonElement range, string name) =>
        range.Text(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;

    private static void WritePattern(Utf8JsonWriter writer, EventRecurrence recurrence)
    {
        writer.WriteStartObject("pattern");
        writer.WriteString("type", recurrence.Type);
        writer.WriteNumber("interval", recurrence.Interval);
        writer.WriteNumber("month", recurrence.Month);
        writer.WriteNumber("dayOfMonth", recurrence.DayOfMonth);
        if (!recurrence.Days.IsEmpty)
        {
            writer.WriteStartArray("daysOfWeek");
            foreach (var day in recurrence.Days)
            {
                writer.WriteStringValue(WorkingHoursJson.Name(day));
            }

            writer.WriteEndArray();
        }

        writer.WriteString("firstDayOfWeek", WorkingHoursJson.Name(recurrence.FirstDayOfWeek));
        writer.WriteString("index", recurrence.Index);
        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, EventRecurrence recurrence, string zone)
    {
        writer.WriteStartObject("range");
        writer.WriteString("type", recurrence.Count is not null ? "numbered" : recurrence.End is not null ? "endDate" : "noEnd");
        writer.WriteString("startDate", LocalDatePattern.Iso.Format(recurrence.Start));
        // A range without an end has the first day of all as one.
        writer.WriteString("endDate", recurrence.End is { } end ? LocalDatePattern.Iso.Format(end) : "0001-01-01");
        writer.WriteString("recurrenceTimeZone", zone);
        writer.WriteNumber("numberOfOccurrences", recurrence.Count ?? 0);
        writer.WriteEndObject();
    }
}
