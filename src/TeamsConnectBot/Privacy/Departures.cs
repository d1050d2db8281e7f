using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Rituals.Calendar;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// Erases someone who leaves, whether they joined, only installed the app, or only took part in a ritual: every row of the
/// register, in one transaction. Whoever was to meet them hears in the same transaction that it is off. Every card that named
/// them is edited; in what remains they are 'a colleague'.
/// </summary>
internal sealed class Departures(
    Database database, Withdrawals withdrawals, RitualCalendars rituals, WatchEndings watches, WelcomeMemory welcomes, EmptyLog log,
    SweepRequests sweeps,
    TimeProvider clock)
{
    public async Task LeaveAsync(string personId, CancellationToken cancellationToken)
    {
        var key = await welcomes.KeyOfAsync(personId, cancellationToken);
        var erased = await database.WriteAsync(db => EraseAsync(db, personId, key, cancellationToken), cancellationToken);
        if (erased)
        {
            await log.TryAsync(cancellationToken);
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
        foreach (var table in PersonalData.Tables)
        {
            await table.EraseAsync(db, personId, cancellationToken);
        }

        await welcomes.RememberAsync(db, welcomed, cancellationToken);
        await CountAsync(db, cancellationToken);
        return true;
    }

    private static async Task<bool> IsHeldAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        foreach (var table in PersonalData.Tables)
        {
            if (await table.HoldsAsync(db, personId, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // Cards of meetings that are over name the other too.
    private static async Task MarkCardsAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var met = await db.Connections.Where(row => row.OpenerId == personId || row.Members.Any(member => member.PersonId == personId))
            .Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var connection in met)
        {
            await StaleCards.MarkAsync(db, connection, cancellationToken);
        }
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
