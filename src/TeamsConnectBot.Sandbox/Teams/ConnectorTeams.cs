using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Gives a team's details and its channels; whether the real list has private and shared channels is not documented.</summary>
internal sealed class ConnectorTeams(SandboxTenant tenant)
{
    public IResult Details(string id) => ChannelsOf(id) is [{ Team: { } team } first, ..] channels
        ? Results.Json(new
        {
            id, name = team.Name, aadGroupId = team.GroupId.ToString(), channelCount = channels.Count, memberCount = first.Members.Length,
        })
        : ConnectorErrorResults.ConversationNotFound;

    // The general channel has no name: each client shows it in its own language.
    public IResult Channels(string id) => ChannelsOf(id) is { Count: > 0 } channels
        ? Results.Json(new
        {
            conversations = channels.Select(channel =>
                new { id = channel.ConversationId, name = channel.ConversationId == id ? null : channel.Name }),
        })
        : ConnectorErrorResults.ConversationNotFound;

    private List<SharedChat> ChannelsOf(string teamId)
    {
        tenant.Counters.Add("teams.teams");
        return
        [
            .. tenant.Spaces.All.Where(chat =>
                chat is { Installed: true, Deleted: false, Kind: ChannelKind.Standard } && chat.Team?.ThreadId == teamId),
        ];
    }
}
