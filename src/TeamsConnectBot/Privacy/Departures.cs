using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Engine;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Erases someone who leaves: every row that names them, in one transaction. Whoever was to meet them hears in the same
/// transaction that it is off; in what remains they are 'a colleague'.
/// </summary>
internal sealed class Departures(Database database, Unreachable unreachable, SweepRequests sweeps, TimeProvider clock)
{
    public async Task LeaveAsync(string personId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(db => EraseAsync(db, personId, cancellationToken), cancellationToken);
        await sweeps.SweepSoonAsync(cancellationToken);
    }

    private async Task EraseAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is not { } person)
        {
            return;
        }

        await unreachable.LeaveAsync(db, personId, InvitationEvent.Left, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        db.Participants.Remove(person);
        db.Consents.RemoveRange(await db.Consents.Where(row => row.PersonId == personId).ToListAsync(cancellationToken));
        db.AiUseDays.RemoveRange(await db.AiUseDays.Where(row => row.PersonId == personId).ToListAsync(cancellationToken));
        db.Invitations.RemoveRange(await db.Invitations.Where(row => row.PersonId == personId).ToListAsync(cancellationToken));
        db.Messages.RemoveRange(await db.Messages.Where(row => row.PersonId == personId).ToListAsync(cancellationToken));
        db.Members.RemoveRange(await db.Members.Where(row => row.PersonId == personId).ToListAsync(cancellationToken));
        foreach (var row in await db.Connections.Where(row => row.OpenerId == personId || row.MovingId == personId).ToListAsync(cancellationToken))
        {
            row.OpenerId = row.OpenerId == personId ? null : row.OpenerId;
            row.MovingId = row.MovingId == personId ? null : row.MovingId;
        }

        await CountAsync(db, cancellationToken);
    }

    private async Task CountAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        if (await db.Erasures.FindAsync([today], cancellationToken) is { } day)
        {
            day.People++;
            return;
        }

        db.Erasures.Add(new Erasure { Day = today, People = 1 });
    }
}
