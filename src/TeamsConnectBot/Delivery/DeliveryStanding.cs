using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Whether Teams accepts messages, as any of the processes last found.</summary>
internal sealed class DeliveryStanding(Database database, TimeProvider clock)
{
    // The next attempt renews or deletes the row, but the process that would have made it may have died.
    private static readonly Duration Grace = Duration.FromMinutes(10);

    public async Task<DeliveryPause?> PauseAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetCurrentInstant() - Grace;
        return await database.ReadAsync(
            db => db.DeliveryPauses.FirstOrDefaultAsync(pause => pause.Until > since, cancellationToken), cancellationToken);
    }
}
