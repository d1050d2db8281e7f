using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>What people call a channel or a chat: asked from Teams when it is needed, and kept nowhere.</summary>
internal sealed class SpaceNames(Database database, TeamsConnector connector)
{
    /// <returns>The team and its channel, or the rituals of it where Teams gives no name; null where there is neither.</returns>
    public async Task<string?> OfAsync(Space space, CancellationToken cancellationToken) =>
        (space.TeamId is { } team ? await OfChannelAsync(space, team, cancellationToken) : null) ?? await OfRitualsAsync(space, cancellationToken);

    private async Task<string?> OfChannelAsync(Space space, string teamId, CancellationToken cancellationToken)
    {
        try
        {
            var team = await connector.GetTeamAsync(space.ServiceUrl, teamId, cancellationToken);
            var channels = await connector.GetTeamChannelsAsync(space.ServiceUrl, teamId, cancellationToken);
            return channels.FirstOrDefault(channel => channel.Id == space.ConversationId)?.Name is { Length: > 0 } channel ? $"{team.Name}: {channel}" : team.Name;
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    private async Task<string?> OfRitualsAsync(Space space, CancellationToken cancellationToken)
    {
        var rituals = await database.ReadAsync(db => db.Rituals.Where(ritual => ritual.SpaceId == space.Id && !ritual.IsEnded).ToListAsync(cancellationToken), cancellationToken);
        return rituals.Count == 0 ? null : string.Join(", ", rituals.Select(ritual => ritual.Plan.Name).Order(StringComparer.InvariantCultureIgnoreCase));
    }
}
