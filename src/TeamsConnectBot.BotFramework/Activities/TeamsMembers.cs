namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Teams includes the bot among the members who joined or left.</summary>
public static class TeamsMembers
{
    /// <summary>The members except the bot that the activity was sent to.</summary>
    public static IReadOnlyList<T> ExceptBot<T>(this IEnumerable<T> members, IActivity activity)
        where T : ChannelAccount =>
        [.. members.Where(member => member.Id != activity.Recipient?.Id)];
}
