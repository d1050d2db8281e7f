namespace TeamsConnectBot.Signals;

/// <summary>A source of AI-use days that needs the works council's yes.</summary>
internal enum SignalSource
{
    CopilotReport,
    CopilotNotifications,
}
