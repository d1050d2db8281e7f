namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A channel of a team, or a group chat: several people and the bot.</summary>
internal sealed class SharedChat(string conversationId, string name, Func<ImmutableArray<Person>> members) : Conversation(conversationId)
{
    public string Name { get; } = name;

    public override ImmutableArray<Person> Members => [.. members().Distinct()];

    /// <summary>The members as the connector lists them: in a shared channel once for each way in which somebody is a member.</summary>
    public ImmutableArray<Person> Roster => members();

    public ChannelKind Kind { get; init; }

    /// <summary>The channel's team; null for a group chat.</summary>
    public TenantTeam? Team { get; init; }

    public bool Deleted
    {
        get => Volatile.Read(ref field);
        internal set => Volatile.Write(ref field, value);
    }
}

/// <summary>The kind of a channel, in the words of the Bot Framework protocol.</summary>
internal enum ChannelKind
{
    /// <summary>Everybody in the team is a member.</summary>
    Standard,

    /// <summary>Some people of the team are.</summary>
    Private,

    /// <summary>People from other teams can be too.</summary>
    Shared,
}
