using System.Collections.Immutable;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A channel of a team, or a group chat: several people and the bot.</summary>
internal sealed class SharedChat(string conversationId, string name, Func<ImmutableArray<Person>> members) : Conversation(conversationId)
{
    private volatile bool deleted;

    public string Name { get; } = name;

    public override ImmutableArray<Person> Members => members();

    /// <summary>The team it is a channel of; null for a group chat.</summary>
    public TenantTeam? Team { get; init; }

    /// <summary>Whether somebody deleted the channel.</summary>
    public bool Deleted
    {
        get => deleted;
        internal set => deleted = value;
    }
}
