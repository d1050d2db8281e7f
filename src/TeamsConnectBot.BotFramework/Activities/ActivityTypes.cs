namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>The values of <see cref="Activity.Type"/> this library acts on.</summary>
public static class ActivityTypes
{
    /// <summary>Somebody wrote something, or an Action.Submit was clicked.</summary>
    public const string Message = "message";

    /// <summary>Somebody joined or left, a channel changed, and so on.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request that waits for an answer.</summary>
    public const string Invoke = "invoke";

    /// <summary>Shows that the bot is writing.</summary>
    public const string Typing = "typing";
}
