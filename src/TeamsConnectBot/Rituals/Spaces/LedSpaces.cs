using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// The channels and chats that are somebody's own: they own the team, or have one of its rituals in their calendar. Who is in
/// a team is kept nowhere, so of teams without rituals only the newest are asked who owns them.
/// </summary>
internal sealed class LedSpaces(Database database, TeamOwners owners)
{
    // Each is one question to Graph, and whoever typed waits for them all.
    private const int MostAsked = 40;
    private const int AtOnce = 8;

    /// <exception cref="Graph.Transport.GraphUnavailableException">The owners could not be read.</exception>
    public async Task<IReadOnlyList<Space>> OfAsync(string personId, CancellationToken cancellationToken)
    {
        var (own, others) = await database.ReadAsync(
            async db =>
            {
                var rituals = db.RitualMembers.Where(member => member.PersonId == personId)
                    .Join(db.Rituals.Where(ritual => !ritual.IsEnded), member => member.RitualId, ritual => ritual.Id, (_, ritual) => ritual.SpaceId);
                var here = db.Spaces.Where(space => space.LostAt == null);
                return (
                    await here.Where(space => rituals.Contains(space.Id)).ToListAsync(cancellationToken),
                    await here.Where(space => space.GroupId != null && !rituals.Contains(space.Id)).OrderByDescending(space => space.AddedAt).Take(MostAsked).ToListAsync(cancellationToken));
            },
            cancellationToken);
        var led = new ConcurrentBag<Space>();
        await Parallel.ForEachAsync(
            others.GroupBy(space => space.GroupId),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (team, stopping) =>
            {
                if ((await owners.OfAsync(team.First(), personId, stopping)).Decides == Decides.Alone)
                {
                    foreach (var space in team)
                    {
                        led.Add(space);
                    }
                }
            });
        return [.. own.Concat(led).OrderBy(space => space.Id)];
    }
}
