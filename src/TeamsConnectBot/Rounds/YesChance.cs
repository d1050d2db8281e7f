using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// The share of all of a pool's invitations that got a yes. It decides how the round invites and is shown to nobody.
/// </summary>
internal static class YesChance
{
    // A prior for a new pool: as if ten invitations had already been sent, five of them with a yes.
    private const double PriorYes = 5;
    private const double PriorAsked = 10;

    public static Task<double> ReadAsync(Database database, string poolId, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var asked = db.Invitations.Where(x => x.SentAt != null && !x.IsHost && db.Rounds.Any(round =>
                round.Id == x.RoundId && round.PoolId == poolId && round.State == RoundState.Settled));
            var yes = await asked.CountAsync(
                x => x.State == InvitationState.Settled || x.State == InvitationState.LeftOut, cancellationToken);
            return (yes + PriorYes) / (await asked.CountAsync(cancellationToken) + PriorAsked);
        },
        cancellationToken);
}
