using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Who is in a channel or group chat: from the channel itself, with their addresses from the directory.</summary>
internal sealed class SpaceMembers(ConnectorClient connector, GraphMails mails)
{
    /// <summary>Everybody, or null when there are more than asked for: then nobody is.</summary>
    public async Task<IReadOnlyList<SpaceMember>?> ReadAsync(Space space, int most, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        await foreach (var member in connector.GetPagedMembersAsync(space.ServiceUrl, space.ConversationId, cancellationToken))
        {
            if (member.AadObjectId is not null && members.Count < most + 1)
            {
                members.Add(member);
            }

            if (members.Count > most)
            {
                return null;
            }
        }

        return await WithMailsAsync(members, cancellationToken);
    }

    /// <summary>How many are in it, up to a number.</summary>
    public async Task<int> CountAsync(Space space, int upTo, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var _ in connector.GetPagedMembersAsync(space.ServiceUrl, space.ConversationId, cancellationToken))
        {
            if (++count >= upTo)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>Some of them, by what the channel calls them.</summary>
    public async Task<IReadOnlyList<SpaceMember>> FindAsync(Space space, IEnumerable<string> memberIds, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        foreach (var id in memberIds)
        {
            members.Add(await connector.GetMemberAsync(space.ServiceUrl, space.ConversationId, id, cancellationToken));
        }

        return await WithMailsAsync([.. members.Where(member => member.AadObjectId is not null)], cancellationToken);
    }

    private async Task<IReadOnlyList<SpaceMember>> WithMailsAsync(List<ChannelAccount> members, CancellationToken cancellationToken)
    {
        var addresses = await mails.ReadAsync(members.Select(member => member.AadObjectId!), cancellationToken);
        return [.. members.Select(member => new SpaceMember(member.AadObjectId!, member.Name ?? "", addresses.GetValueOrDefault(member.AadObjectId!)))];
    }
}

internal sealed record SpaceMember(string PersonId, string Name, string? Mail)
{
    public override string ToString() => "a member";
}
