using System.Globalization;
using NodaTime.Text;

namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>
/// Reads the whole days of an iCalendar file (RFC 5545): events with a start, an end or a length, a name, and at most 'every year'.
/// Anything else that decides which days are off is a problem with the number of its line; what does not, is passed over.
/// </summary>
public static class CalendarReader
{
    private const string Event = "VEVENT";
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its text.</param>
    /// <param name="today">Days before it are left out.</param>
    public static CalendarFile Read(string file, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lines = CalendarLine.In(file).ToList();
        if (lines is not [var first, ..] || !first.Is("BEGIN", "VCALENDAR"))
        {
            return Refused([lines is [var other, ..]
                ? other.Problem(CalendarTrouble.NotACalendar) : new CalendarProblem(1, CalendarTrouble.NotACalendar, "")]);
        }

        var problems = new List<CalendarProblem>();
        var days = EventsOf(lines, problems).SelectMany(one => DaysOf(one, today, problems)).ToList();
        if (problems.Count == 0 && days.Where(day => day.Date >= today).DistinctBy(day => day.Date).Count() > CalendarFile.MostDays)
        {
            problems.Add(first.Problem(CalendarTrouble.TooMany));
        }

        return problems.Count > 0 ? Refused(problems) : new CalendarFile(
            [.. days.Where(day => day.Date >= today).DistinctBy(day => day.Date).OrderBy(day => day.Date)],
            days.Where(day => day.Date < today).DistinctBy(day => day.Date).Count(), []);
    }

    private static CalendarFile Refused(IEnumerable<CalendarProblem> problems) =>
        new([], 0, [.. problems.OrderBy(problem => problem.Line)]);

    /// <summary>The lines of each event, without those of what is inside it, such as an alarm.</summary>
    private static List<List<CalendarLine>> EventsOf(List<CalendarLine> lines, List<CalendarProblem> problems)
    {
        var events = new List<List<CalendarLine>>();
        var open = new Stack<string>();
        foreach (var line in lines)
        {
            if (line.Name == "BEGIN")
            {
                open.Push(line.Value.ToUpperInvariant());
                if (IsInEvent(open))
                {
                    events.Add([line]);
                }
            }
            else if (line.Name == "END" && open.Count > 0 && line.Is("END", open.Peek()))
            {
                open.Pop();
            }
            else if (line.Name is "" or "END" || open.Count == 0)
            {
                problems.Add(line.Problem(CalendarTrouble.NotALine));
            }
            else if (IsInEvent(open))
            {
                events[^1].Add(line);
            }
        }

        if (open.Count > 0)
        {
            problems.Add(lines[^1].Problem(CalendarTrouble.NotEnded));
        }

        return events;
    }

    private static bool IsInEvent(Stack<string> open) => open.Count == 2 && open.Peek() == Event;

    private static IEnumerable<CalendarDay> DaysOf(List<CalendarLine> lines, LocalDate today, List<CalendarProblem> problems)
    {
        CalendarLine? Find(string name) => lines.Find(line => line.Name == name);
        if (Find("STATUS") is { } status && status.Is("STATUS", "CANCELLED"))
        {
            return [];
        }

        var before = problems.Count;
        var start = Find("DTSTART");
        var first = start is null ? null : DateOf(start, problems);
        var after = first is { } from ? EndOf(from, Find("DTEND"), Find("DURATION"), problems) : null;
        var name = NameOf(lines[0], Find("SUMMARY"), problems);
        if (start is null)
        {
            problems.Add(lines[0].Problem(CalendarTrouble.NoStart));
        }

        problems.AddRange(lines.Where(line => line.Name is "RDATE" or "EXDATE" or "RECURRENCE-ID" or "EXRULE")
            .Select(line => line.Problem(CalendarTrouble.ComesBackOtherwise)));
        if (problems.Count > before || first is not { } day || after is not { } end)
        {
            return [];
        }

        var length = Period.DaysBetween(day, end);
        var starts = Find("RRULE") is { } rule
            ? YearlyRepeat.StartsOf(day, rule, today.PlusDays(-length), today.PlusYears(CalendarFile.YearsAhead), problems) : [day];
        return starts.SelectMany(each => Enumerable.Range(0, length).Select(each.PlusDays)).Select(date => new CalendarDay(date, name));
    }

    /// <summary>The day after the last one.</summary>
    private static LocalDate? EndOf(LocalDate start, CalendarLine? end, CalendarLine? duration, List<CalendarProblem> problems)
    {
        var after = end is not null ? DateOf(end, problems)
            : duration is not null ? start + LengthOf(duration, problems)
            : start.PlusDays(1);
        if (after is not { } day)
        {
            return null;
        }

        // Some programs write the same date as start and as end of one day.
        day = day == start ? start.PlusDays(1) : day;
        if (day < start || Period.DaysBetween(start, day) > CalendarFile.LongestEvent)
        {
            problems.Add((end ?? duration)!.Problem(day < start ? CalendarTrouble.EndsTooSoon : CalendarTrouble.TooLong));
            return null;
        }

        return day;
    }

    private static Period LengthOf(CalendarLine duration, List<CalendarProblem> problems)
    {
        var value = duration.Value.ToUpperInvariant();
        if (value.Length is > 2 and < 6 && value[0] == 'P' && value[^1] is 'D' or 'W'
            && int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return Period.FromDays(value[^1] == 'W' ? 7 * count : count);
        }

        problems.Add(duration.Problem(CalendarTrouble.HasTime));
        return Period.FromDays(1);
    }

    private static LocalDate? DateOf(CalendarLine line, List<CalendarProblem> problems)
    {
        if (Dates.Parse(line.Value) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } date })
        {
            return date;
        }

        problems.Add(line.Problem(
            line.Value.Contains('T', StringComparison.OrdinalIgnoreCase) ? CalendarTrouble.HasTime : CalendarTrouble.NotADate));
        return null;
    }

    private static string NameOf(CalendarLine begin, CalendarLine? summary, List<CalendarProblem> problems)
    {
        var name = Plain(summary?.Value ?? "");
        if (name.Length is 0 or > CalendarFile.LongestName)
        {
            problems.Add((summary ?? begin).Problem(name.Length == 0 ? CalendarTrouble.NoName : CalendarTrouble.LongName));
        }

        return name;
    }

    // In a text, a backslash stands before a comma, a semicolon or a backslash, and before an n for a new line.
    private static string Plain(string text)
    {
        var plain = text.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        return string.Concat(plain.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
    }
}
