using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Finds the Entra group of a channel's team. Teams gives it when the bot is added, if at all, and never with a message, so Teams is asked
/// for it, and it is stored.
/// </summary>
internal sealed class SpaceGroups(Database database, TeamsConnector connector)
{
    /// <returns>Null for a group chat.</returns>
    /// <exception cref="ConnectorException">Teams did not say.</exception>
    public async Task<string?> OfAsync(Space space, CancellationToken cancellationToken)
    {
        if (space.GroupId is not null || space.TeamId is not { } team)
        {
            return space.GroupId;
        }

        var found = (await connector.GetTeamAsync(space.ServiceUrl, team, cancellationToken)).AadGroupId;
        await database.WriteAsync(
            async db =>
            {
                foreach (var row in await db.Spaces.Where(row => row.TeamId == team && row.GroupId == null).ToListAsync(cancellationToken))
                {
                    row.GroupId = found;
                }
            },
            cancellationToken);
        return found;
    }
}
