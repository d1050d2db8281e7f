using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// What a channel or group chat tells of who is in it: a number, which of those who take part are still there, or whoever asks to
/// take part, with their address from the directory. Nobody else is looked up, and no list of members is kept.
/// </summary>
internal sealed class SpaceMembers(TeamsConnector connector, GraphMails mails)
{
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

    /// <summary>The Entra ids of those who are in it; null where Teams gives no clear answer.</summary>
    public async Task<IReadOnlySet<string>?> PresentAsync(Space space, CancellationToken cancellationToken)
    {
        try
        {
            var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            await foreach (var member in connector.GetPagedMembersAsync(space.ServiceUrl, space.ConversationId, cancellationToken))
            {
                if (member.AadObjectId is { } id)
                {
                    present.Add(id);
                }
            }

            return present.Count > 0 ? present : null;
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    /// <summary>Whoever speaks or clicks there, with their address.</summary>
    /// <returns>Null for somebody Entra does not know.</returns>
    public async Task<SpaceMember?> FindAsync(Space space, Visitor visitor, CancellationToken cancellationToken)
    {
        var member = await connector.GetMemberAsync(space.ServiceUrl, space.ConversationId, visitor.PersonId, cancellationToken);
        if (member.AadObjectId is not { } id)
        {
            return null;
        }

        var addresses = await mails.ReadAsync([id], cancellationToken);
        return new SpaceMember(id, member.Name ?? "", addresses.GetValueOrDefault(id));
    }
}

internal sealed record SpaceMember(string PersonId, string Name, string? Mail)
{
    public override string ToString() => "a member";
}
