using System.Collections.Concurrent;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Finds the spaces in which somebody owns the team or takes part in a ritual. Owners are not stored and must be read from Graph, so of the
/// spaces in which the person takes part in no ritual, only the newest are looked up.
/// </summary>
internal sealed class LedSpaces(Database database, TeamOwners owners)
{
    // Each team is one request to Graph, and the person waits for them all.
    private const int MostAsked = 40;
    private const int AtOnce = 8;

    /// <exception cref="Graph.Transport.GraphUnavailableException">The owners could not be read.</exception>
    /// <exception cref="BotFramework.Connector.ConnectorException">Teams did not say which of them are in a channel.</exception>
    public async Task<IReadOnlyList<Space>> OfAsync(string personId, CancellationToken cancellationToken)
    {
        var (own, others) = await database.ReadAsync(
            async db =>
            {
                var joined = db.RitualMembers.Where(member => member.PersonId == personId).Join(
                    db.Rituals.Where(ritual => !ritual.IsEnded), member => member.RitualId, ritual => ritual.Id,
                    (_, ritual) => ritual.SpaceId);
                var here = db.Spaces.Where(space => space.LostAt == null);
                return (
                    await here.Where(space => joined.Contains(space.Id)).ToListAsync(cancellationToken),
                    await here.Where(space => space.GroupId != null && !joined.Contains(space.Id))
                        .OrderByDescending(space => space.AddedAt).Take(MostAsked).ToListAsync(cancellationToken));
            },
            cancellationToken);
        var led = new ConcurrentBag<IEnumerable<Space>>();
        await Parallel.ForEachAsync(
            // The owners who are in a private or shared channel differ from channel to channel.
            others.GroupBy(space => space.HasOwnMembers ? space.ConversationId : space.GroupId),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (team, stopping) =>
            {
                if ((await owners.OfAsync(team.First(), personId, stopping)).Decides == Decides.Alone)
                {
                    led.Add(team);
                }
            });
        return [.. own.Concat(led.SelectMany(team => team)).OrderBy(space => space.Id)];
    }
}
