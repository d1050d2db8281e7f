using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// What an entry of the audit log is about, in the page's language. The log itself keeps one form, which its hashes cover.
/// </summary>
internal static class LogWords
{
    private const string Price = ", price ";

    public static string About(PageTexts t, AuditRow row)
    {
        var subject = t.Find("log.subject." + row.Subject) ?? row.Subject;
        var detail = row.Action == AuditAction.DryRun
            ? row.Detail.Replace(Price, $", {t["log.price"]} ", StringComparison.Ordinal)
            : t.Find("log.detail." + row.Detail) ?? row.Detail;
        return $"{subject} {detail}".Trim();
    }
}
