using Microsoft.Bot.Schema.Teams;

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

    /// <summary>
    /// Whether an activity comes from a person's own chat with the bot. When the conversation type is missing, a personal chat is assumed
    /// unless the activity names a group, a team or a channel.
    /// </summary>
    public static bool IsPersonal(this IActivity activity) => activity.Conversation?.ConversationType is { } type
        ? type.Equals(Personal, StringComparison.OrdinalIgnoreCase)
        : activity.Conversation?.IsGroup != true
            && !(activity.TryGetChannelData<TeamsChannelData>(out var data) && (data?.Team ?? (object?)data?.Channel) is not null);
}
