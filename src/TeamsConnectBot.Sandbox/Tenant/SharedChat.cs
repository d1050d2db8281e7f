namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A channel of a team, or a group chat: several people and the bot.</summary>
internal sealed class SharedChat(string conversationId, string name, Func<ImmutableArray<Person>> members) : Conversation(conversationId)
{
    public string Name { get; } = name;

    public override ImmutableArray<Person> Members => members();

    /// <summary>The channel's team; null for a group chat.</summary>
    public TenantTeam? Team { get; init; }

    public bool Deleted
    {
        get => Volatile.Read(ref field);
        internal set => Volatile.Write(ref field, value);
    }
}
