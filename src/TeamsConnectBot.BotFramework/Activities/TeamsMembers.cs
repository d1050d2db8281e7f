using Microsoft.Bot.Schema;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Teams counts the bot among those who joined or left.</summary>
public static class TeamsMembers
{
    /// <summary>The members that are not the bot an activity was sent to.</summary>
    public static IReadOnlyList<T> ExceptBot<T>(this IEnumerable<T> members, IActivity activity)
        where T : ChannelAccount
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(activity);
        return [.. members.Where(member => member.Id != activity.Recipient?.Id)];
    }
}
