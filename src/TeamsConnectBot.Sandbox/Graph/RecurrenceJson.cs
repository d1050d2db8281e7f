using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A patternedRecurrence in a body.</summary>
internal static class RecurrenceJson
{
    /// <exception cref="FormatException">Graph would answer 400.</exception>
    public static EventRecurrence Read(JsonElement body)
    {
        var pattern = body.Property("pattern") ?? throw new FormatException("The recurrence has no pattern.");
        var range = body.Property("range") ?? throw new FormatException("The recurrence has no range.");
        return new EventRecurrence
        {
            Type = pattern.Text("type") ?? throw new FormatException("The pattern has no type."),
            Interval = pattern.Number("interval") is >= 1 and var interval ? interval : throw new FormatException("The interval must be at least 1."),
            Days = Days(pattern),
            DayOfMonth = pattern.Number("dayOfMonth") ?? 0,
            Month = pattern.Number("month") ?? 0,
            Index = pattern.Text("index") ?? "first",
            Start = Date(range, "startDate") ?? throw new FormatException("The range has no startDate."),
            End = range.Text("type") == "endDate" ? Date(range, "endDate") : null,
        };
    }

    private static ImmutableArray<IsoDayOfWeek> Days(JsonElement pattern) =>
        pattern.Property("daysOfWeek") is { ValueKind: JsonValueKind.Array } days
            ? [.. days.EnumerateArray().Select(day => Enum.Parse<IsoDayOfWeek>(day.GetString()!, ignoreCase: true))]
            : [];

    private static LocalDate? Date(JsonElement range, string name) =>
        range.Text(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;
}
