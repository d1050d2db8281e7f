using NodaTime.Text;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A <c>patternedRecurrence</c>, read from a body whose names and types have been checked, or written to a response.</summary>
internal static class RecurrenceJson
{
    /// <exception cref="FormatException">The recurrence is invalid; Graph would respond with 400.</exception>
    public static EventRecurrence Read(JsonElement body)
    {
        var pattern = body.Property("pattern") ?? throw new FormatException("The recurrence has no pattern.");
        var range = body.Property("range") ?? throw new FormatException("The recurrence has no range.");
        var recurrence = new EventRecurrence
        {
            Type = pattern.Text("type") ?? throw new FormatException("The pattern has no type."),
            Interval = AtLeastOne(pattern, "interval"),
            Days = [.. pattern.List("daysOfWeek")?.Select(day => Day(day.GetString()!)) ?? []],
            DayOfMonth = pattern.Number("dayOfMonth") ?? 0,
            Month = pattern.Number("month") ?? 0,
            Index = pattern.Text("index") ?? "first",
            FirstDayOfWeek = pattern.Text("firstDayOfWeek") is { } first ? Day(first) : IsoDayOfWeek.Sunday,
            Start = Date(range, "startDate"),
            End = range.Text("type") == "endDate" ? Date(range, "endDate") : null,
            Count = range.Text("type") == "numbered" ? AtLeastOne(range, "numberOfOccurrences") : null,
            Zone = range.Text("recurrenceTimeZone"),
        };
        return Refusal(recurrence) is { } refusal ? throw new FormatException(refusal) : recurrence;
    }

    /// <summary>The recurrence as JSON; null for an event that is not a series.</summary>
    public static JsonObject? Describe(CalendarEvent item) => item.Recurrence is { } recurrence
        ? new JsonObject { ["pattern"] = Pattern(recurrence), ["range"] = Range(recurrence, recurrence.Zone ?? item.OriginalZone) }
        : null;

    private static string? Refusal(EventRecurrence recurrence) => recurrence switch
    {
        { Type: "weekly" or "relativeMonthly" or "relativeYearly", Days.IsEmpty: true } => "The pattern needs daysOfWeek.",
        { Type: "absoluteMonthly" or "absoluteYearly", DayOfMonth: < 1 or > 31 } => "The pattern needs a dayOfMonth from 1 to 31.",
        { Type: "absoluteYearly" or "relativeYearly", Month: < 1 or > 12 } => "The pattern needs a month from 1 to 12.",
        { End: { } end } when end < recurrence.Start => "The range ends before it starts.",
        _ => null,
    };

    private static int AtLeastOne(JsonElement element, string name) =>
        element.Number(name) is >= 1 and var number ? number : throw new FormatException($"The {name} must be at least 1.");

    private static IsoDayOfWeek Day(string name) => Enum.Parse<IsoDayOfWeek>(name, ignoreCase: true);

    private static LocalDate Date(JsonElement range, string name) =>
        range.Text(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date
            ? date.Value
            : throw new FormatException($"The range has no {name}.");

    private static JsonObject Pattern(EventRecurrence recurrence)
    {
        var json = new JsonObject
        {
            ["type"] = recurrence.Type,
            ["interval"] = recurrence.Interval,
            ["month"] = recurrence.Month,
            ["dayOfMonth"] = recurrence.DayOfMonth,
            ["firstDayOfWeek"] = WorkingHoursJson.Name(recurrence.FirstDayOfWeek),
            ["index"] = recurrence.Index,
        };
        if (!recurrence.Days.IsEmpty)
        {
            json["daysOfWeek"] = WorkingHoursJson.Names(recurrence.Days);
        }

        return json;
    }

    private static JsonObject Range(EventRecurrence recurrence, string zone) => new()
    {
        ["type"] = recurrence.Count is not null ? "numbered" : recurrence.End is not null ? "endDate" : "noEnd",
        ["startDate"] = LocalDatePattern.Iso.Format(recurrence.Start),
        // Graph writes 1 January of year 1 for a range without an end.
        ["endDate"] = recurrence.End is { } end ? LocalDatePattern.Iso.Format(end) : "0001-01-01",
        ["recurrenceTimeZone"] = zone,
        ["numberOfOccurrences"] = recurrence.Count ?? 0,
    };
}
