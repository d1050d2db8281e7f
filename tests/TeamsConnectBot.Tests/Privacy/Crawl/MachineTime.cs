using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Dates in HTTP's own form that go by the machine's clock, such as the end of a sign-in's cookie. The story's clock stands elsewhere,
/// so they tell nothing of it; but now and then one has the very digits of a planted hour.
/// </summary>
internal static partial class MachineTime
{
    public static string LeftOut(string text, TimeProvider machine) => HttpDate().Replace(text, date =>
        DateTimeOffset.TryParseExact(date.Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && (at - machine.GetUtcNow()).Duration() < TimeSpan.FromDays(1)
            ? "(about now)"
            : date.Value);

    [GeneratedRegex(@"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT")]
    private static partial Regex HttpDate();
}
