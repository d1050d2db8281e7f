namespace TeamsConnectBot.Signals;

/// <summary>
/// Sources of AI-use days other than people themselves. A source is read only once the works council, or the body that takes its place,
/// has agreed: on the admin page, or as <see cref="AgreedBy"/> says.
/// </summary>
internal sealed class SignalsOptions
{
    public const string Section = "Signals";

    /// <summary>
    /// Whether Microsoft 365 Copilot's daily usage report is read, for people who allowed it. Needs <c>Reports.Read.All</c> and
    /// a report that shows names; anyone who may open it in the admin centre then sees everybody's.
    /// </summary>
    public bool CopilotReport { get; set; }

    /// <summary>
    /// Whether Graph notifies the service when somebody who allowed it works with Copilot, without any content. Works where the report
    /// conceals names. Needs the app's own <c>AiEnterpriseInteraction.Read.User</c> (see docs/permissions.md).
    /// </summary>
    public bool CopilotNotifications { get; set; }

    /// <summary>
    /// The address at which Graph reaches this service, such as <c>https://connect.example.org</c>; needed for notifications.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// For an agreement reached outside this program: who agreed to the sources switched on above, and the reference of their decision.
    /// </summary>
    public string? AgreedBy { get; set; }
}
