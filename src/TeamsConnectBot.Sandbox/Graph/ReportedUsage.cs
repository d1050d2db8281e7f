namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>One person's row in the Copilot usage report.</summary>
internal readonly record struct ReportedUsage(LocalDate Refreshed, string UserPrincipalName, string DisplayName, LocalDate? LastActivity);
