using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Admin.Web;

/// <summary>Days and moments as the page writes them. Moments are in UTC and say so: admins sit in more than one zone.</summary>
internal static class Dates
{
    public static string Day(PageTexts t, LocalDate day) => day.ToString("d MMMM yyyy", t.Culture);

    public static string Day(PageTexts t, Instant at) => Day(t, at.InUtc().Date);

    /// <summary>A moment on a clock of its own, such as a pool's, which it names: <c>maandag 2 maart 2026 09:00 (Amsterdam)</c>.</summary>
    public static string Moment(PageTexts t, Instant at, DateTimeZone zone) =>
        at.InZone(zone).LocalDateTime.ToString(
            "dddd d MMMM yyyy HH:mm", t.Culture) + $" ({ZoneCities.Of(zone.Id, Languages.OfCode(t.Language))})";

    public static string Moment(PageTexts t, Instant at) => at.InUtc().LocalDateTime.ToString("d MMM yyyy HH:mm", t.Culture) + " UTC";
}
