using System.Globalization;
using NodaTime.Text;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>
/// Converts a <see cref="RecurrenceRule"/> to and from RFC 5545 text without the word RRULE, such as
/// <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TU</c>.
/// </summary>
public static class RruleText
{
    private static readonly string[] DayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly InstantPattern UntilPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Writes a rule, its parts always in the same order.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="zone">The zone of the last date; RFC 5545 requires UNTIL in UTC if the start has a zone.</param>
    public static string Write(RecurrenceRule rule, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(zone);
        string?[] parts =
        [
            Part("FREQ", rule.Frequency.ToString().ToUpperInvariant()),
            rule.Interval == 1 ? null : Part("INTERVAL", Number(rule.Interval)),
            Part("BYMONTH", rule.Months.Select(Number)),
            Part("BYMONTHDAY", rule.MonthDays.Select(Number)),
            Part("BYDAY", rule.Days.Select(day => (day.Ordinal == 0 ? "" : Number(day.Ordinal)) + DayCodes[(int)day.Day - 1])),
            rule.Position is { } position ? Part("BYSETPOS", Number(position)) : null,
            rule.Count is { } count ? Part("COUNT", Number(count)) : null,
            rule.Until is { } until ? Part("UNTIL", UntilPattern.Format(EndOf(until, zone))) : null,
        ];
        return string.Join(';', parts.OfType<string>());
    }

    /// <summary>Reads a rule written by <see cref="Write"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone of the last date.</param>
    /// <exception cref="FormatException">The text is not an RRULE, or has a part that rituals do not use.</exception>
    public static RecurrenceRule Parse(string text, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        var parts = text.Split(';').Select(part => part.Split('=', 2)).ToList();
        if (parts.Any(part => part.Length != 2) || parts.DistinctBy(part => part[0]).Count() != parts.Count)
        {
            throw new FormatException($"'{text}' is not a recurrence rule.");
        }

        var start = new RecurrenceRule { Frequency = ToFrequency(parts[0]) };
        var rule = parts.Skip(1).Aggregate(start, (soFar, part) => With(soFar, part[0], part[1], zone));
        return rule.Fault() is { } fault ? throw new FormatException($"'{text}' is not a valid recurrence rule: {fault}") : rule;
    }

    private static RecurrenceRule With(RecurrenceRule rule, string name, string value, DateTimeZone zone) => name switch
    {
        "INTERVAL" => rule with { Interval = ToNumber(value) },
        "BYMONTH" => rule with { Months = [.. value.Split(',').Select(ToNumber)] },
        "BYMONTHDAY" => rule with { MonthDays = [.. value.Split(',').Select(ToNumber)] },
        "BYDAY" => rule with { Days = [.. value.Split(',').Select(ToDay)] },
        "BYSETPOS" => rule with { Position = ToNumber(value) },
        "COUNT" => rule with { Count = ToNumber(value) },
        "UNTIL" => rule with { Until = UntilPattern.Parse(value).GetValueOrThrow().InZone(zone).Date },
        _ => throw new FormatException($"{name} is not supported in the recurrence rule of a ritual."),
    };

    private static RecurrenceFrequency ToFrequency(string[] part) =>
        part is ["FREQ", [not (>= '0' and <= '9'), ..] value]
        && Enum.TryParse<RecurrenceFrequency>(value, ignoreCase: true, out var frequency) && Enum.IsDefined(frequency)
            ? frequency
            : throw new FormatException("A recurrence rule must begin with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.");

    private static RuleDay ToDay(string value)
    {
        var at = value.Length < 2 ? -1 : Array.IndexOf(DayCodes, value[^2..]);
        return at >= 0
            ? new RuleDay((IsoDayOfWeek)(at + 1), value.Length == 2 ? 0 : ToNumber(value[..^2]))
            : throw new FormatException($"'{value}' is not a day of the week.");
    }

    private static int ToNumber(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{value}' is not a number.");

    private static Instant EndOf(LocalDate date, DateTimeZone zone) =>
        zone.AtStartOfDay(date.PlusDays(1)).ToInstant() - Duration.FromSeconds(1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Part(string name, params IEnumerable<string> values) =>
        string.Join(',', values) is { Length: > 0 } text ? $"{name}={text}" : null;
}
