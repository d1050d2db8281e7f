using Microsoft.Bot.Schema;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>The values of <see cref="ConversationAccount.ConversationType"/>.</summary>
public static class ConversationTypes
{
    /// <summary>One person with the bot.</summary>
    public const string Personal = "personal";

    /// <summary>A chat of several people.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A channel of a team.</summary>
    public const string Channel = "channel";
}
