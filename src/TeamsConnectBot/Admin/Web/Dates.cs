using NodaTime;

namespace TeamsConnectBot.Admin.Web;

/// <summary>Days and moments as the page writes them. Moments are in UTC and say so: admins sit in more than one zone.</summary>
internal static class Dates
{
    public static string Day(PageTexts t, LocalDate day) => day.ToString("d MMMM yyyy", t.Culture);

    public static string Day(PageTexts t, Instant at) => Day(t, at.InUtc().Date);

    public static string Moment(PageTexts t, Instant at) => at.InUtc().LocalDateTime.ToString("d MMM yyyy HH:mm", t.Culture) + " UTC";
}
