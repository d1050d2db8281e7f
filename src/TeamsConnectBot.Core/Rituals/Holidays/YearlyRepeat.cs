using System.Globalization;
using NodaTime.Text;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>The one repetition that a calendar of days off needs: every year on the same date.</summary>
internal static class YearlyRepeat
{
    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The starts of an event that comes back, between two dates.</summary>
    public static IReadOnlyList<LocalDate> StartsOf(
        LocalDate start, CalendarLine rule, LocalDate from, LocalDate until, List<CalendarProblem> problems)
    {
        if (LastOf(start, rule.Value, until) is not { } last)
        {
            problems.Add(rule.Problem(CalendarTrouble.ComesBackOtherwise));
            return [];
        }

        var year = Math.Max(start.Year, from.Year);
        return [.. Enumerable.Range(year, Math.Max(0, last.Year - year + 1))
            .Where(each => start is not { Month: 2, Day: 29 } || CalendarSystem.Iso.IsLeapYear(each))
            .Select(each => new LocalDate(each, start.Month, start.Day)).Where(date => date >= from && date >= start && date <= last)];
    }

    /// <summary>The last date on which it may start; null when the rule says something else than every year.</summary>
    private static LocalDate? LastOf(LocalDate start, string rule, LocalDate until)
    {
        var (isYearly, last) = (false, until);
        foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left.Trim().ToUpperInvariant(), right.Trim()) : (part, "");
            switch (name)
            {
                case "FREQ" when value.Equals("YEARLY", StringComparison.OrdinalIgnoreCase):
                    isYearly = true;
                    break;
                case "UNTIL" when value.Length >= 8 && Dates.Parse(value[..8]) is { Success: true, Value: var date }:
                    last = LocalDate.Min(last, date);
                    break;
                case "COUNT" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000:
                    last = LocalDate.Min(last, start.PlusYears(count - 1));
                    break;
                case "INTERVAL" when value == "1":
                case "WKST":
                case "BYMONTH" when value == start.Month.ToString(CultureInfo.InvariantCulture):
                case "BYMONTHDAY" when value == start.Day.ToString(CultureInfo.InvariantCulture):
                    break;
                default:
                    return null;
            }
        }

        return isYearly ? last : null;
    }
}
