using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Spaces;

/// <summary>
/// Spaces the bot can no longer write to. Their rituals are suspended for a week; then they end and are removed from the calendars.
/// </summary>
internal static class LostSpaces
{
    public static readonly Duration GracePeriod = Duration.FromDays(7);

    public static async Task MarkAsync(ConnectDb db, Space space, RitualTimers timers, Instant now, CancellationToken cancellationToken)
    {
        if (space.LostAt is not null)
        {
            return;
        }

        space.LostAt = now;
        foreach (var ritual in await db.LiveRitualsAsync(space.Id, cancellationToken))
        {
            await RitualTimers.RemoveNextAsync(db, ritual, cancellationToken);
        }

        await timers.SetGoodbyeAsync(db, space, now + GracePeriod, cancellationToken);
    }
}
