namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Application permissions the sandbox's routes ask for.</summary>
internal static class GraphPermissions
{
    public static IReadOnlyCollection<string> All { get; } =
    [
        "AuditLog.Read.All", "Calendars.Read", "Calendars.ReadBasic.All", "Calendars.ReadWrite", "GroupMember.Read.All", "MailboxSettings.Read",
        "Presence.Read.All", "ReportSettings.Read.All", "Reports.Read.All", "User.Read.All",
    ];
}
