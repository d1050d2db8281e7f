namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>The application permissions that the sandbox's routes require.</summary>
internal static class GraphPermissions
{
    /// <summary>Each of these allows the app to be notified of a person's Copilot interactions.</summary>
    public static IReadOnlyCollection<string> Interactions { get; } =
        ["AiEnterpriseInteraction.Read.User", "AiEnterpriseInteraction.Read.All"];

    public static IReadOnlyCollection<string> All { get; } =
    [
        "AiEnterpriseInteraction.Read.User", "AuditLog.Read.All", "Calendars.Read", "Calendars.ReadBasic.All", "Calendars.ReadWrite",
        "GroupMember.Read.All", "MailboxSettings.Read", "Presence.Read.All", "ReportSettings.Read.All", "Reports.Read.All", "User.Read.All",
    ];
}
