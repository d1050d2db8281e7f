using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// Days and moments as the page writes them. Moments are in UTC and say so, because admins work in more than one time zone.
/// </summary>
internal static class Dates
{
    public static string Day(PageTexts t, LocalDate day) => day.ToString("d MMMM yyyy", t.Culture);

    /// <summary>A day with its weekday: <c>maandag 2 maart 2026</c>.</summary>
    public static string Weekday(PageTexts t, LocalDate day) => day.ToString("dddd d MMMM yyyy", t.Culture);

    /// <summary>A day as forms send it: <c>2026-03-02</c>.</summary>
    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Day(PageTexts t, Instant at) => Day(t, at.InUtc().Date);

    /// <summary>A moment in a named zone, such as a pool's: <c>maandag 2 maart 2026 09:00 (Amsterdam)</c>.</summary>
    public static string Moment(PageTexts t, Instant at, DateTimeZone zone) =>
        at.InZone(zone).LocalDateTime.ToString("dddd d MMMM yyyy HH:mm", t.Culture)
        + $" ({ZoneCities.Of(zone.Id, Languages.OfCode(t.Language))})";

    public static string Moment(PageTexts t, Instant at) => at.InUtc().LocalDateTime.ToString("d MMM yyyy HH:mm", t.Culture) + " UTC";
}
