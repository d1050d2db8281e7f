namespace TeamsConnectBot.Signals;

/// <summary>
/// Where AI-use days come from besides people themselves. Each source is read only once the works council, or the body that
/// stands in its place, agreed to it: on the admin page, or as <see cref="AgreedBy"/> says.
/// </summary>
internal sealed class SignalsOptions
{
    public const string Section = "Signals";

    /// <summary>
    /// Whether Microsoft 365 Copilot's daily usage report is read, for people who allowed it. Needs <c>Reports.Read.All</c> and
    /// a report that shows names: then whoever may open it in the admin centre sees everybody's.
    /// </summary>
    public bool CopilotReport { get; set; }

    /// <summary>
    /// Whether Graph tells when somebody who allowed it works with Copilot: that, and nothing of what. Works where the report
    /// conceals names. Needs the app's own <c>AiEnterpriseInteraction.Read.User</c> (see docs/permissions.md).
    /// </summary>
    public bool CopilotNotifications { get; set; }

    /// <summary>The address at which Graph reaches this service, such as <c>https://connect.example.org</c>; needed for notifications.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>For an agreement reached outside this program: who agreed to what is on above, as their decision is filed.</summary>
    public string? AgreedBy { get; set; }
}
