using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Erases someone who leaves, whether they joined, only installed the app, or only took part in a ritual: their rows in every
/// registered table, in one transaction. The same transaction plans the message to whoever was to meet them, and marks every card
/// that named them to be edited: it then says 'a colleague'.
/// </summary>
internal sealed class PersonErasure(
    Database database, IEnumerable<PersonalTable> tables, Withdrawals withdrawals, RitualCalendars rituals, WatchEndings watches,
    WelcomeMemory welcomes, WalTruncation wal, SweepRequests sweeps, TimeProvider clock)
{
    public async Task EraseAsync(string personId, CancellationToken cancellationToken)
    {
        var key = await welcomes.KeyOfAsync(personId, cancellationToken);
        if (await database.WriteAsync(db => EraseAsync(db, personId, key, cancellationToken), cancellationToken))
        {
            await wal.TryAsync(cancellationToken);
            await sweeps.SweepSoonAsync(cancellationToken);
        }
    }

    private async Task<bool> EraseAsync(ConnectDb db, string personId, string welcomed, CancellationToken cancellationToken)
    {
        if (!await IsHeldAsync(db, personId, cancellationToken))
        {
            return false;
        }

        await withdrawals.WithdrawAsync(db, personId, InvitationEvent.Left, cancellationToken);
        await MarkCardsAsync(db, personId, cancellationToken);
        await rituals.RemoveFromAllAsync(db, personId, null, cancellationToken);
        await watches.EndAsync(db, personId, cancellationToken);
        await StaleCards.MarkNamingAsync(db, personId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var table in tables)
        {
            await table.EraseAsync(db, personId, cancellationToken);
        }

        await welcomes.RememberAsync(db, welcomed, cancellationToken);
        await CountAsync(db, cancellationToken);
        return true;
    }

    private async Task<bool> IsHeldAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            if (await table.HoldsAsync(db, personId, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // The cards of past meetings are marked too, because they name the person to the others.
    private static async Task MarkCardsAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        foreach (var connection in await db.Meetings
            .Where(row => row.OpenerId == personId || row.Members.Any(member => member.PersonId == personId))
            .Select(row => row.Id).ToListAsync(cancellationToken))
        {
            await StaleCards.MarkAsync(db, connection, cancellationToken);
        }
    }

    private async Task CountAsync(ConnectDb db, CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var day = await db.Erasures.FindAsync([today], cancellationToken) ?? db.Erasures.Add(new Erasure { Day = today }).Entity;
        day.People++;
    }
}
