namespace TeamsConnectBot.Signals;

/// <summary>Where AI-use days come from besides people themselves.</summary>
internal sealed class SignalsOptions
{
    public const string Section = "Signals";

    /// <summary>
    /// Whether Microsoft 365 Copilot's daily usage report is read, for people who allowed it. Needs <c>Reports.Read.All</c>
    /// and, in most organisations, the works council.
    /// </summary>
    public bool CopilotReport { get; set; }
}
