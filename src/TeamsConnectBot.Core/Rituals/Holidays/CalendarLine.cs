namespace TeamsConnectBot.Core.Rituals.Holidays;

/// <summary>A line of an iCalendar file, with the lines that continue it.</summary>
/// <param name="Number">The number of its first line in the file, from 1.</param>
/// <param name="Name">The property's name in capitals; empty when it is no property.</param>
/// <param name="Value">What follows the colon.</param>
/// <param name="Text">The whole line.</param>
internal sealed record CalendarLine(int Number, string Name, string Value, string Text)
{
    private const int LongestShown = 60;

    /// <summary>The lines of a file, without empty ones.</summary>
    public static IEnumerable<CalendarLine> In(string file)
    {
        var (number, start, text) = (0, 0, "");
        foreach (var raw in file.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.StartsWith(' ') || line.StartsWith('\t'))
            {
                text += line[1..];
                continue;
            }

            if (text.Length > 0)
            {
                yield return Of(start, text);
            }

            (start, text) = (number, line);
        }

        if (text.Length > 0)
        {
            yield return Of(start, text);
        }
    }

    public bool Is(string name, string value) => Name == name && Value.Equals(value, StringComparison.OrdinalIgnoreCase);

    public CalendarProblem Problem(CalendarTrouble trouble) =>
        new(Number, trouble, Text.Length <= LongestShown ? Text : Text[..LongestShown] + "…");

    private static CalendarLine Of(int number, string text)
    {
        var colon = ColonOf(text);
        var name = colon < 0 ? "" : text[..colon].Split(';')[0].Trim().ToUpperInvariant();
        return new CalendarLine(number, name, colon < 0 ? "" : text[(colon + 1)..].Trim(), text);
    }

    // A parameter in quotes may contain a colon.
    private static int ColonOf(string text)
    {
        var isQuoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            isQuoted ^= text[index] == '"';
            if (text[index] == ':' && !isQuoted)
            {
                return index;
            }
        }

        return -1;
    }
}
