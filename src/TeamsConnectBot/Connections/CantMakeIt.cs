using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Connections;

/// <summary>
/// Someone can't make it: by the card, or in Outlook. Another shared gap is offered to them first; the other hears only that
/// it moved, or that it is off, when the time to choose is over.
/// </summary>
internal sealed class CantMakeIt(Database database, Handshake handshake, OtherGaps otherGaps, Outbox outbox, TimeProvider clock)
{
    /// <summary>
    /// Begins the choice of another gap, or of calling it off where there is none; for three or more people it is decided at once.
    /// </summary>
    public async Task SayAsync(Guid connectionId, string personId, CancellationToken cancellationToken)
    {
        var gaps = await FindGapsAsync(connectionId, cancellationToken);
        await database.WriteAsync(db => ApplyAsync(db, connectionId, personId, gaps, byMessage: false, cancellationToken), cancellationToken);
    }

    public async Task EventDeclinedAsync(Guid connectionId, string mail, CancellationToken cancellationToken)
    {
        var gaps = await FindGapsAsync(connectionId, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                // Exchange may write an address in other capitals than the directory.
                var members = db.Members.Where(member => member.ConnectionId == connectionId).Select(member => member.PersonId);
                var people = await db.Participants.Where(x => members.Contains(x.PersonId)).ToListAsync(cancellationToken);
                if (people.Find(x => string.Equals(x.Mail, mail, StringComparison.OrdinalIgnoreCase)) is { } person)
                {
                    await ApplyAsync(db, connectionId, person.PersonId, gaps, byMessage: true, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>The organiser's event is gone, by nobody's click: it is off for everyone, without a reason.</summary>
    public Task EventDeletedAsync(Guid connectionId, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await ConnectionRows.FindAsync(db, connectionId, cancellationToken) is { } row)
            {
                await handshake.ApplyAsync(db, row, ConnectionEvent.EventGone, cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>A move in Outlook holds where it suits everyone's working hours; otherwise it is off.</summary>
    public async Task EventMovedAsync(Guid connectionId, Interval time, CancellationToken cancellationToken)
    {
        var row = await ConnectionRows.ReadAsync(database, connectionId, cancellationToken);
        if (row is null)
        {
            return;
        }

        var suitsAll = await otherGaps.IsInEveryonesHoursAsync(row, time, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await ConnectionRows.FindAsync(db, connectionId, cancellationToken) is { } kept)
                {
                    await handshake.ApplyAsync(db, kept, ConnectionEvent.EventMoved(time, suitsAll), cancellationToken);
                }
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<Slot>> FindGapsAsync(Guid connectionId, CancellationToken cancellationToken)
    {
        var row = await ConnectionRows.ReadAsync(database, connectionId, cancellationToken);
        return row is { State: ConnectionState.Announced or ConnectionState.Moving } && row.Coming.Count() == 2 ? await otherGaps.FindAsync(row, cancellationToken) : [];
    }

    private async Task ApplyAsync(
        ConnectDb db, Guid connectionId, string personId, IReadOnlyList<Slot> gaps, bool byMessage, CancellationToken cancellationToken)
    {
        // Asked again, somebody keeps the choice they were offered.
        if (await ConnectionRows.FindAsync(db, connectionId, cancellationToken) is not { } row
            || row.Members.Find(x => x.PersonId == personId) is not { ChooseBy: null } member)
        {
            return;
        }

        await handshake.ApplyAsync(db, row, ConnectionEvent.CantMakeIt(personId), cancellationToken);
        if (member.ChooseBy is null)
        {
            return;
        }

        member.OtherGaps = gaps;
        if (gaps.Count == 0 && !byMessage && member.ChooseBy > clock.GetCurrentInstant())
        {
            // One click is soon made by mistake: the card asks once more, and until its moment nobody hears of it.
            return;
        }

        if (gaps.Count == 0)
        {
            // It is theirs to call off, also when the other was choosing first.
            if (row.MovingId is { } other && other != personId)
            {
                await handshake.ApplyAsync(db, row, ConnectionEvent.CanMakeItAfterAll(other), cancellationToken);
            }

            await handshake.ApplyAsync(db, row, ConnectionEvent.NoOtherGap, cancellationToken);
        }
        else if (byMessage && await db.Participants.FindAsync([personId], cancellationToken) is { } person)
        {
            await outbox.AddAsync(db, person, MessageKind.OtherGap, row.Id, row.Moves, cancellationToken: cancellationToken);
        }
    }
}
