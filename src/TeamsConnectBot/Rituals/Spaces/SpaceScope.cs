using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Where something happened: in one channel or chat, or in a whole team with every channel of it.</summary>
internal sealed record SpaceScope
{
    private SpaceScope(string conversationId, string? teamId, string? groupId) =>
        (ConversationId, TeamId, GroupId) = (conversationId, teamId, groupId);

    public string ConversationId { get; }

    /// <summary>Null for one channel or chat.</summary>
    public string? TeamId { get; }

    public string? GroupId { get; }

    /// <summary>
    /// The one channel an event is about, by the event's own word for it. Whatever team it names, only the channel is meant.
    /// </summary>
    public static SpaceScope Channel(Activity activity) => new(ChannelOf(activity) ?? ConversationOf(activity), null, null);

    /// <summary>The whole team; in a group chat, which has none, that chat.</summary>
    public static SpaceScope Team(Activity activity) =>
        activity.GetChannelData<TeamsChannelData>()?.Team is { } team
            ? new(ConversationOf(activity), team.Id, team.AadGroupId)
            : new(ConversationOf(activity), null, null);

    public IQueryable<Space> In(ConnectDb db) => TeamId is null && GroupId is null
        ? db.Spaces.Where(space => space.ConversationId == ConversationId)
        : db.Spaces.Where(space => space.ConversationId == ConversationId
            || (TeamId != null && space.TeamId == TeamId) || (GroupId != null && space.GroupId == GroupId));

    public bool Holds(Space space) => space.ConversationId == ConversationId
        || (TeamId is not null && space.TeamId == TeamId) || (GroupId is not null && space.GroupId == GroupId);

    private static string? ChannelOf(Activity activity) =>
        activity.GetChannelData<TeamsChannelData>()?.Channel?.Id is { Length: > 0 } id ? SpaceBook.WithoutThread(id) : null;

    private static string ConversationOf(Activity activity) => SpaceBook.WithoutThread(activity.Conversation?.Id ?? "");
}
