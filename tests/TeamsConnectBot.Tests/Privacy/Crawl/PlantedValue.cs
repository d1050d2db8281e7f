using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>A value about one person that occurs nowhere else in the organisation, in every form it could be written in.</summary>
internal sealed partial record PlantedValue(string What, params IReadOnlyList<string> Forms)
{
    /// <summary>A date, as files, pages and cards write it in both languages.</summary>
    public static PlantedValue Day(string what, params IReadOnlyList<LocalDate> days) =>
        new(what, [.. days.SelectMany(FormsOf).Distinct()]);

    /// <summary>A moment: its time of day to the second, its date, and the number it is stored as.</summary>
    public static PlantedValue Moment(string what, Instant at) => new(
        what,
        [
            .. FormsOf(at.InUtc().Date), .. FormsOf(at.InZone(PlantedWorld.Zone).Date).Except(FormsOf(at.InUtc().Date)),
            Clock(at.InUtc().TimeOfDay), Clock(at.InZone(PlantedWorld.Zone).TimeOfDay), $"{at.ToUnixTimeMilliseconds()}",
        ]);

    public bool IsIn(string plain) => Forms.Any(form => plain.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>A text as a person or a program would read it: with the escapes of HTML, JSON and markdown removed.</summary>
    public static string Plain(string text)
    {
        var unescaped = JsonEscape()
            .Replace(WebUtility.HtmlDecode(text), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
        return $"{text}\n{unescaped.Replace("\\", "", StringComparison.Ordinal)}";
    }

    private static IEnumerable<string> FormsOf(LocalDate day) =>
    [
        LocalDatePattern.Iso.Format(day),
        $"{day.Day:00}-{day.Month:00}-{day.Year}",
        $"{day.Day:00}/{day.Month:00}/{day.Year}",
        $"{day.Month}/{day.Day}/{day.Year}",
        .. new[] { "nl", "en" }.SelectMany(language => new[] { "MMMM", "MMM" }.Select(month =>
            $"{day.Day} {day.ToString(month, CultureInfo.GetCultureInfo(language)).TrimEnd('.')}")).Distinct(),
    ];

    private static string Clock(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Format(time);

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex JsonEscape();
}
