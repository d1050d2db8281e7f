using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Something about one person that is unlike anything else in the organisation, in every way it could be written.</summary>
internal sealed partial record Planted(string What, params IReadOnlyList<string> Forms)
{
    /// <summary>A day, as files, pages and cards write days in both languages.</summary>
    public static Planted Day(string what, params IReadOnlyList<LocalDate> days) => new(what, [.. days.SelectMany(FormsOf).Distinct()]);

    /// <summary>A moment: its time to the second, its day, and the number it is stored as.</summary>
    public static Planted Moment(string what, Instant at) => new(
        what,
        [
            .. FormsOf(at.InUtc().Date), .. FormsOf(at.InZone(PlantedWorld.Zone).Date).Except(FormsOf(at.InUtc().Date)),
            Clock(at.InUtc().TimeOfDay), Clock(at.InZone(PlantedWorld.Zone).TimeOfDay), $"{at.ToUnixTimeMilliseconds()}",
        ]);

    public bool IsIn(string plain) => Forms.Any(form => plain.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>What came back as a person or a program would read it: without the escapes of HTML, JSON and markdown.</summary>
    public static string Plain(string text)
    {
        var unescaped = JsonEscape().Replace(WebUtility.HtmlDecode(text), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
        return $"{text}\n{unescaped.Replace("\\", "", StringComparison.Ordinal)}";
    }

    private static IEnumerable<string> FormsOf(LocalDate day) =>
    [
        LocalDatePattern.Iso.Format(day), $"{day.Day:00}-{day.Month:00}-{day.Year}", $"{day.Day:00}/{day.Month:00}/{day.Year}", $"{day.Month}/{day.Day}/{day.Year}",
        .. new[] { "nl", "en" }.SelectMany(language => new[] { "MMMM", "MMM" }.Select(month =>
            $"{day.Day} {day.ToString(month, System.Globalization.CultureInfo.GetCultureInfo(language)).TrimEnd('.')}")).Distinct(),
    ];

    private static string Clock(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss").Format(time);

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex JsonEscape();
}
