using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>How often a pool's invitations met a yes: a count over everybody, used for how the round asks and shown to nobody.</summary>
internal static class YesChance
{
    // As if ten invitations had been answered before the first: five with a yes.
    private const double YesBefore = 5;
    private const double AskedBefore = 10;

    public static Task<double> ReadAsync(Database database, string poolId, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var asked = db.Invitations.Where(x => x.SentAt != null && !x.IsHost && db.Rounds.Any(round =>
                round.Id == x.RoundId && round.PoolId == poolId && round.State == RoundState.Settled));
            var yes = await asked.CountAsync(x => x.State == InvitationState.Settled || x.State == InvitationState.LeftOut, cancellationToken);
            return (yes + YesBefore) / (await asked.CountAsync(cancellationToken) + AskedBefore);
        },
        cancellationToken);
}
