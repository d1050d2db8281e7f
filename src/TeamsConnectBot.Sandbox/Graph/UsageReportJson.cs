namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A row of the usage report as beta sends it; a date is empty when there was no activity.</summary>
internal static class UsageReportJson
{
    private static readonly string[] UnusedApps = ["microsoftTeams", "word", "excel", "powerPoint", "outlook", "oneNote", "loop"];

    public static JsonObject Describe(ReportedUsage row, int days)
    {
        var json = new JsonObject
        {
            ["reportRefreshDate"] = UsageReportCsv.Date(row.Refreshed),
            ["userPrincipalName"] = row.UserPrincipalName,
            ["displayName"] = row.DisplayName,
            ["lastActivityDate"] = UsageReportCsv.Date(row.LastActivity),
            ["copilotChatLastActivityDate"] = UsageReportCsv.Date(row.LastActivity),
            ["copilotActivityUserDetailsByPeriod"] = new JsonArray(new JsonObject { ["reportPeriod"] = days }),
        };
        foreach (var app in UnusedApps)
        {
            json[app + "CopilotLastActivityDate"] = "";
        }

        return json;
    }
}
