namespace TeamsConnectBot.BotFramework.Clouds;

/// <summary>What not every cloud has.</summary>
public enum CloudFeature
{
    /// <summary>Bots and Adaptive Cards in Teams.</summary>
    Bots,

    /// <summary>The usage report of Microsoft 365 Copilot in Graph.</summary>
    CopilotReport,

    /// <summary>Notifications of Graph about the use of Copilot.</summary>
    CopilotNotifications,

    /// <summary>Files that a bot puts into a person's OneDrive.</summary>
    Files,
}
