using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>A <see cref="RecurrenceRule"/> as RFC 5545 text without the word RRULE, such as <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TU</c>.</summary>
public static class RruleText
{
    private static readonly string[] DayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly InstantPattern UntilPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Writes a rule, its parts always in the same order.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="zone">The zone the last date is meant in; RFC 5545 wants UNTIL in UTC where the start has a zone.</param>
    public static string Write(RecurrenceRule rule, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(zone);
        List<string> parts = ["FREQ=" + rule.Frequency.ToString().ToUpperInvariant()];
        if (rule.Interval != 1)
        {
            parts.Add("INTERVAL=" + Number(rule.Interval));
        }

        AddList(parts, "BYMONTH", rule.Months.Select(Number));
        AddList(parts, "BYMONTHDAY", rule.MonthDays.Select(Number));
        AddList(parts, "BYDAY", rule.Days.Select(day => (day.Ordinal == 0 ? "" : Number(day.Ordinal)) + DayCodes[(int)day.Day - 1]));
        AddList(parts, "BYSETPOS", rule.Position is { } position ? [Number(position)] : []);
        AddList(parts, "COUNT", rule.Count is { } count ? [Number(count)] : []);
        AddList(parts, "UNTIL", rule.Until is { } until ? [UntilPattern.Format(EndOf(until, zone))] : []);
        return string.Join(';', parts);
    }

    /// <summary>Reads a rule written by <see cref="Write"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone UNTIL's date is wanted in.</param>
    /// <exception cref="FormatException">The text is no RRULE, or has a part rituals don't know.</exception>
    public static RecurrenceRule Parse(string text, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zone);
        var parts = text.Split(';').Select(part => part.Split('=', 2)).ToList();
        if (parts.Any(part => part.Length != 2) || parts.DistinctBy(part => part[0]).Count() != parts.Count)
        {
            throw new FormatException($"'{text}' is no recurrence rule.");
        }

        var rule = new RecurrenceRule { Frequency = Frequency(parts[0]) };
        rule = parts.Skip(1).Aggregate(rule, (sofar, part) => With(sofar, part[0], part[1], zone));
        return rule.Fault() is { } fault ? throw new FormatException($"'{text}': {fault}") : rule;
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
        _ => throw new FormatException($"A ritual's rule has no {name}."),
    };

    private static RecurrenceFrequency Frequency(string[] part) =>
        part is ["FREQ", var value] && Enum.TryParse<RecurrenceFrequency>(value, ignoreCase: true, out var frequency) && Enum.IsDefined(frequency) && !char.IsDigit(value[0])
            ? frequency
            : throw new FormatException("A recurrence rule begins with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.");

    private static RuleDay ToDay(string value)
    {
        var at = value.Length < 2 ? -1 : Array.IndexOf(DayCodes, value[^2..]);
        return at >= 0
            ? new RuleDay((IsoDayOfWeek)(at + 1), value.Length == 2 ? 0 : ToNumber(value[..^2]))
            : throw new FormatException($"'{value}' is no day of the week.");
    }

    private static int ToNumber(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{value}' is no number.");

    private static Instant EndOf(LocalDate date, DateTimeZone zone) => zone.AtStartOfDay(date.PlusDays(1)).ToInstant() - Duration.FromSeconds(1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void AddList(List<string> parts, string name, IEnumerable<string> values)
    {
        var text = string.Join(',', values);
        if (text.Length > 0)
        {
            parts.Add($"{name}={text}");
        }
    }
}
