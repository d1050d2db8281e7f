namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Application permissions the sandbox's routes ask for.</summary>
internal static class GraphPermissions
{
    /// <summary>Either lets the app hear of somebody's Copilot interactions.</summary>
    public static IReadOnlyCollection<string> Interactions { get; } = ["AiEnterpriseInteraction.Read.User", "AiEnterpriseInteraction.Read.All"];

    public static IReadOnlyCollection<string> All { get; } =
    [
        "AiEnterpriseInteraction.Read.User", "AuditLog.Read.All", "Calendars.Read", "Calendars.ReadBasic.All", "Calendars.ReadWrite", "GroupMember.Read.All", "MailboxSettings.Read",
        "Presence.Read.All", "ReportSettings.Read.All", "Reports.Read.All", "User.Read.All",
    ];
}
