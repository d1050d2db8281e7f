using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Rounds;

/// <summary>Settles a round as soon as nobody is left to answer.</summary>
internal sealed class EveryoneAnswered(Tasks tasks, TimeProvider clock)
{
    public async Task CheckAsync(ConnectDb db, Guid roundId, CancellationToken cancellationToken)
    {
        // The change just made counts too.
        await db.SaveChangesAsync(cancellationToken);
        if (await db.Rounds.FindAsync([roundId], cancellationToken) is not { State: RoundState.Open, AnswersUntil: { } until })
        {
            return;
        }

        var waiting = await db.Invitations.AnyAsync(
            x => x.RoundId == roundId && (x.State == InvitationState.Planned || x.State == InvitationState.Sent), cancellationToken);
        await tasks.SetAsync(db, DueTaskKind.SettleRound, roundId, waiting ? until : clock.GetCurrentInstant(), cancellationToken);
    }
}
