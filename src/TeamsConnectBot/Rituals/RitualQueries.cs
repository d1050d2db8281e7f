using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals;

/// <summary>Queries that several ritual classes share.</summary>
internal static class RitualQueries
{
    extension(ConnectDb db)
    {
        public Task<List<Ritual>> LiveRitualsAsync(Guid spaceId, CancellationToken cancellationToken) =>
            db.Rituals.Where(ritual => ritual.SpaceId == spaceId && !ritual.IsEnded).ToListAsync(cancellationToken);

        public async Task<(Ritual? Ritual, Space? Space)> FindRitualAsync(Guid id, CancellationToken cancellationToken) =>
            await db.Rituals.FindAsync([id], cancellationToken) is { } ritual
                ? (ritual, await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken))
                : default;
    }
}
