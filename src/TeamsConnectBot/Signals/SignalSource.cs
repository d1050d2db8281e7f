namespace TeamsConnectBot.Signals;

/// <summary>A source of AI-use days that needs the works council's approval.</summary>
internal enum SignalSource
{
    CopilotReport,
    CopilotNotifications,
}
