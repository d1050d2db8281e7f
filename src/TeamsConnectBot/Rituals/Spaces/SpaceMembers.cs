using System.Net;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Reads from Teams who is in a space: how many, which members of its rituals are still there, or the sender with their address from
/// the directory. Nobody else is looked up, and no list of members is stored.
/// </summary>
internal sealed class SpaceMembers(TeamsConnector connector, GraphMails mails)
{
    /// <summary>How many people are in the space; counting stops at <paramref name="upTo"/>.</summary>
    public async Task<int> CountAsync(Space space, int upTo, CancellationToken cancellationToken) =>
        // In a shared channel, somebody is listed once for each way in which they are a member.
        await connector.GetPagedMembersAsync(space.ServiceUrl, space.ConversationId, cancellationToken)
            .Select(member => member.AadObjectId ?? member.Id).Distinct().Take(upTo).CountAsync(cancellationToken);

    /// <summary>Which of these people are in the space; nobody when the bot is no longer there itself.</summary>
    /// <exception cref="ConnectorException">Teams gave no answer.</exception>
    public async Task<IReadOnlySet<string>> AmongAsync(Space space, IEnumerable<string> people, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in people)
        {
            try
            {
                await connector.GetMemberAsync(space.ServiceUrl, space.ConversationId, person, cancellationToken);
                found.Add(person);
            }
            catch (ConnectorException failure) when (failure.Status == HttpStatusCode.NotFound || failure.IsPermanentForPerson)
            {
                // Not a member.
            }
        }

        return found;
    }

    /// <summary>The Entra ids of the people who are in the space; null when Teams gives no clear answer.</summary>
    public async Task<IReadOnlySet<string>?> PresentAsync(Space space, CancellationToken cancellationToken)
    {
        try
        {
            var present = await connector.GetPagedMembersAsync(space.ServiceUrl, space.ConversationId, cancellationToken)
                .Select(member => member.AadObjectId).OfType<string>()
                .ToHashSetAsync(StringComparer.OrdinalIgnoreCase, cancellationToken);
            return present.Count > 0 ? present : null;
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    /// <summary>The sender as a member of the space, with their address.</summary>
    /// <returns>Null for somebody without an Entra account.</returns>
    public async Task<SpaceMember?> FindAsync(Space space, ActivitySender sender, CancellationToken cancellationToken)
    {
        var member = await connector.GetMemberAsync(space.ServiceUrl, space.ConversationId, sender.PersonId, cancellationToken);
        return member.AadObjectId is { } id
            ? new SpaceMember(id, member.Name ?? "", (await mails.ReadAsync([id], cancellationToken)).GetValueOrDefault(id))
            : null;
    }
}

internal sealed record SpaceMember(string PersonId, string Name, string? Mail)
{
    // Keeps the name and address out of logs.
    public override string ToString() => "a member";
}
