using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Where something happened: in one channel or chat, or in a whole team with all its channels.</summary>
/// <param name="TeamId">Null for one channel or chat.</param>
internal sealed record SpaceScope(string ConversationId, string? TeamId = null, string? GroupId = null)
{
    /// <summary>Only the channel an event is about, even if the event also names the team.</summary>
    public static SpaceScope Channel(Activity activity) => new(
        activity.GetChannelData<TeamsChannelData>()?.Channel?.Id is { Length: > 0 } id
            ? SpaceBook.WithoutThread(id)
            : ConversationOf(activity));

    /// <summary>The whole team; a group chat has no team, so there it is the chat.</summary>
    public static SpaceScope Team(Activity activity)
    {
        var team = activity.GetChannelData<TeamsChannelData>()?.Team;
        return new(ConversationOf(activity), team?.Id, team?.AadGroupId);
    }

    public IQueryable<Space> In(ConnectDb db) => db.Spaces.Where(space => space.ConversationId == ConversationId
        || (TeamId != null && space.TeamId == TeamId) || (GroupId != null && space.GroupId == GroupId));

    public bool Holds(Space space) => space.ConversationId == ConversationId
        || (TeamId is not null && space.TeamId == TeamId) || (GroupId is not null && space.GroupId == GroupId);

    private static string ConversationOf(Activity activity) => SpaceBook.WithoutThread(activity.Conversation?.Id ?? "");
}
