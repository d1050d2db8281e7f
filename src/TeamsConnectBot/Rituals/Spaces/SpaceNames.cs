using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>Names of spaces, read from Teams when they are needed and never stored.</summary>
internal sealed class SpaceNames(Database database, TeamsConnector connector)
{
    /// <returns>
    /// The names of the team and the channel; if those cannot be read, the names of the rituals; null when there are none.
    /// </returns>
    public async Task<string?> OfAsync(Space space, CancellationToken cancellationToken)
    {
        if (space.TeamId is { } team && await OfChannelAsync(space, team, cancellationToken) is { } name)
        {
            return name;
        }

        var rituals = await database.ReadAsync(db => db.LiveRitualsAsync(space.Id, cancellationToken), cancellationToken);
        return rituals.Count == 0
            ? null
            : string.Join(", ", rituals.Select(ritual => ritual.Plan.Name).Order(StringComparer.InvariantCultureIgnoreCase));
    }

    private async Task<string?> OfChannelAsync(Space space, string teamId, CancellationToken cancellationToken)
    {
        try
        {
            var team = await connector.GetTeamAsync(space.ServiceUrl, teamId, cancellationToken);
            var channels = await connector.GetTeamChannelsAsync(space.ServiceUrl, teamId, cancellationToken);
            return channels.FirstOrDefault(channel => channel.Id == space.ConversationId) switch
            {
                { Name: { Length: > 0 } channel } => $"{team.Name}: {channel}",
                // Private and shared channels may be missing from the list.
                null when space.HasOwnMembers => null,
                _ => team.Name,
            };
        }
        catch (ConnectorException)
        {
            return null;
        }
    }
}
