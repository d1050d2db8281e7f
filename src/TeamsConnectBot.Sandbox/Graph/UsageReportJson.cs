using System.Text.Json;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The report as beta sends it; a day without activity is an empty text.</summary>
internal static class UsageReportJson
{
    private static readonly string[] Unused =
    [
        "microsoftTeamsCopilotLastActivityDate", "wordCopilotLastActivityDate", "excelCopilotLastActivityDate", "powerPointCopilotLastActivityDate",
        "outlookCopilotLastActivityDate", "oneNoteCopilotLastActivityDate", "loopCopilotLastActivityDate",
    ];

    public static void Write(Utf8JsonWriter writer, GraphCall request, IEnumerable<ReportedUsage> rows, int days)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#Collection(microsoft.graph.copilotUsageUserDetail)");
        writer.WriteStartArray("value");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("reportRefreshDate", UsageReportCsv.Date(row.Refreshed));
            writer.WriteString("userPrincipalName", row.UserPrincipalName);
            writer.WriteString("displayName", row.DisplayName);
            writer.WriteString("lastActivityDate", UsageReportCsv.Date(row.LastActivity));
            writer.WriteString("copilotChatLastActivityDate", UsageReportCsv.Date(row.LastActivity));
            foreach (var name in Unused)
            {
                writer.WriteString(name, "");
            }

            writer.WriteStartArray("copilotActivityUserDetailsByPeriod");
            writer.WriteStartObject();
            writer.WriteNumber("reportPeriod", days);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
