using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The teams with their channels, and the group chats.</summary>
internal sealed class TenantTeams(TenantGroups groups)
{
    private readonly ConcurrentDictionary<string, SharedChat> shared = new(StringComparer.Ordinal);

    public IEnumerable<SharedChat> All => shared.Values;

    /// <summary>Creates a team and returns its first channel.</summary>
    public SharedChat AddTeam(string name, ImmutableArray<Person> owners, ImmutableArray<Person> members)
    {
        var groupId = NameBasedGuid.Of("team " + name);
        groups.Set(new TenantGroup(groupId, name) { Owners = owners, Members = [.. owners.Union(members)] });
        var thread = $"19:{NameBasedGuid.Of("thread " + name):N}@thread.tacv2";
        return AddChannel(new TenantTeam(groupId, name, thread), "General", thread);
    }

    public SharedChat AddChannel(TenantTeam team, string name) =>
        AddChannel(team, name, $"19:{NameBasedGuid.Of($"channel {team.Name} {name}"):N}@thread.tacv2");

    /// <summary>Adds a private or shared channel, which has members of its own; somebody listed twice is in it in two ways.</summary>
    public SharedChat AddChannel(TenantTeam team, string name, ChannelKind kind, Func<ImmutableArray<Person>> members) => Add(
        new SharedChat(
            $"19:{NameBasedGuid.Of($"channel {team.Name} {name}"):N}@thread.tacv2", name, members) { Team = team, Kind = kind });

    public SharedChat AddGroupChat(string name, ImmutableArray<Person> members) =>
        Add(new SharedChat($"19:{NameBasedGuid.Of("chat " + name):N}@thread.v2", name, () => members));

    /// <summary>Whether the app was added to a team, and so to its standard channels.</summary>
    public bool HasApp(TenantTeam? team) =>
        team is not null && All.Any(chat => chat is { Installed: true, Kind: ChannelKind.Standard } && chat.Team == team);

    /// <summary>Finds a channel or a group chat; the id of a thread finds its channel.</summary>
    public SharedChat? Find(string conversationId) => shared.GetValueOrDefault(conversationId.Split(";messageid=")[0]);

    private SharedChat AddChannel(TenantTeam team, string name, string conversationId) =>
        Add(new SharedChat(conversationId, name, () => groups.Find(team.GroupId)?.Members ?? []) { Team = team });

    private SharedChat Add(SharedChat chat) => shared.GetOrAdd(chat.ConversationId, chat);
}
