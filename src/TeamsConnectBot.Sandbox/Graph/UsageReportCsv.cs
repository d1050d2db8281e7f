using System.Text;
using NodaTime.Text;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The usage report as v1.0 sends it.</summary>
internal static class UsageReportCsv
{
    private const string Header =
        "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Copilot Chat Last Activity Date,"
        + "Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,Excel Copilot Last Activity Date,"
        + "PowerPoint Copilot Last Activity Date,Outlook Copilot Last Activity Date,"
        + "OneNote Copilot Last Activity Date,Loop Copilot Last Activity Date,Report Period";

    public static byte[] Write(IEnumerable<ReportedUsage> rows, int days, bool byteOrderMark)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var row in rows)
        {
            var last = Date(row.LastActivity);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Date(row.Refreshed)},{row.UserPrincipalName},{Quote(row.DisplayName)},{last},{last},,,,,,,,{days}\r\n");
        }

        return [.. byteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public static string Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
