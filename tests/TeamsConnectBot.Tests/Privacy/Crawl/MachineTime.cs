using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// HTTP dates taken from the machine's clock, such as the expiry of a sign-in cookie. The test's clock shows another time, so they reveal
/// nothing about it, but now and then one happens to contain a planted time of day.
/// </summary>
internal static partial class MachineTime
{
    public static string Remove(string text, TimeProvider machine) => HttpDate().Replace(text, date =>
        DateTimeOffset.TryParseExact(date.Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && (at - machine.GetUtcNow()).Duration() < TimeSpan.FromDays(1)
            ? "(about now)"
            : date.Value);

    [GeneratedRegex(@"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT")]
    private static partial Regex HttpDate();
}
