using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Whether somebody can ask now.</summary>
internal sealed class HelpGate(
    Database database, FirstUseDecision firstUse, HelpApprovals approvals, HelpHosts hosts, TimeProvider clock)
{
    /// <returns>Why not; null when they can.</returns>
    public async Task<HelpRefusal?> RefusalAsync(Participant person, CancellationToken cancellationToken)
    {
        if (!await approvals.IsOnAsync(person.PoolId, cancellationToken))
        {
            return HelpRefusal.NotHere;
        }

        return await database.ReadAsync(db => RefusalAsync(db, person, cancellationToken), cancellationToken);
    }

    private async Task<HelpRefusal?> RefusalAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return (await firstUse.StatusAsync(db, cancellationToken)).State != FirstUseState.Approved ? HelpRefusal.NotAgreed
            : await Standstill.CurrentAsync(db, cancellationToken) is not null ? HelpRefusal.Stopped
            : person.PausedUntil > now ? HelpRefusal.Paused

            // Without a host who can be told, nobody could report anything.
            : await hosts.FindAsync(db, person.PoolId, cancellationToken) is null ? HelpRefusal.NotHere
            : await HasOneAsync(db, person.PersonId, cancellationToken) ? HelpRefusal.OneIsOpen
            : null;
    }

    /// <summary>Whether a question of this person is under way.</summary>
    public static async Task<bool> HasOneAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        (await db.HelpRequests.Where(row => row.PersonId == personId && row.EndedAt == null).Select(row => row.State)
            .ToListAsync(cancellationToken)).Exists(state => state.IsUnderWay());
}
