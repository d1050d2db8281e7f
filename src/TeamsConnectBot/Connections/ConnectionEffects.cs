using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Connections;

/// <summary>Writes what must follow a step of a connection.</summary>
internal sealed class ConnectionEffects(Outbox outbox, DueTasks tasks, TimeProvider clock)
{
    public async Task WriteAsync(ConnectDb db, ConnectionRow row, ConnectionEffect effect, CancellationToken cancellationToken)
    {
        switch (effect.Kind)
        {
            case ConnectionEffectKind.TellAll:
                foreach (var member in row.Coming)
                {
                    await TellAsync(db, row, member.PersonId, MessageKind.Connection, cancellationToken);
                }

                await FollowUpAsync(db, row, cancellationToken);
                break;
            case ConnectionEffectKind.TellItMoved:
                await TellAsync(db, row, effect.MemberId!, MessageKind.Moved, cancellationToken);
                await FollowUpAsync(db, row, cancellationToken);
                break;
            case ConnectionEffectKind.MoveEvent or ConnectionEffectKind.CancelEvent or ConnectionEffectKind.RemoveFromEvent:
                await tasks.SetAsync(db, DueTaskKind.SyncEvent, row.Id, clock.GetCurrentInstant(), cancellationToken);
                break;
            case ConnectionEffectKind.TellItIsOff:
                await TellItIsOffAsync(db, row, effect.MemberId!, cancellationToken);
                break;
            case ConnectionEffectKind.TellNoLuck:
                await TellAsync(db, row, effect.MemberId!, MessageKind.NoLuck, cancellationToken);
                break;
            case ConnectionEffectKind.PutFirstNextTime:
                await PutFirstAsync(db, effect.MemberId!, cancellationToken);
                break;
            case ConnectionEffectKind.ShowWhoIsLeft:
                await StaleCards.MarkAsync(db, row.Id, cancellationToken);
                break;
            case ConnectionEffectKind.AskDidYouMeet:
                await TellAsync(db, row, effect.MemberId!, MessageKind.DidYouMeet, cancellationToken);
                break;
            case ConnectionEffectKind.OfferOtherGap:
                await OfferAsync(db, row, effect.MemberId!, cancellationToken);
                break;
        }
    }

    // Everybody who is asked is told a moment of their own, and nothing comes of it before; the first one's comes first.
    private async Task OfferAsync(ConnectDb db, ConnectionRow row, string personId, CancellationToken cancellationToken)
    {
        var asked = row.Members.Single(member => member.PersonId == personId);
        asked.ChooseBy ??= MeetingMoments.ChooseOtherGapBy(clock.GetCurrentInstant(), row.StartsAt);
        if (row.MovingId == personId)
        {
            await tasks.SetAsync(db, DueTaskKind.GiveUpMoving, row.Id, asked.ChooseBy.Value, cancellationToken);
        }
    }

    private async Task TellAsync(ConnectDb db, ConnectionRow row, string personId, MessageKind kind, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is not { } person)
        {
            return;
        }

        var dueAt = kind == MessageKind.DidYouMeet ? MeetingMoments.DidYouMeetAt(row.EndsAt) : clock.GetCurrentInstant();
        await outbox.AddAsync(db, person, kind, row.Id, row.Moves, dueAt, cancellationToken);
    }

    // Whoever was never told of it hears only that the times couldn't be combined.
    private async Task TellItIsOffAsync(ConnectDb db, ConnectionRow row, string personId, CancellationToken cancellationToken)
    {
        var told = row.Members.Any(member => member.PersonId == personId && member.Told);
        await TellAsync(db, row, personId, told ? MessageKind.Off : MessageKind.NoLuck, cancellationToken);
        await Outbox.DropPlannedAsync(db, row.Id, [MessageKind.Connection, MessageKind.Moved, MessageKind.Reminder], cancellationToken);
    }

    // The reminder and the end follow the time, also after a move.
    private async Task FollowUpAsync(ConnectDb db, ConnectionRow row, CancellationToken cancellationToken)
    {
        await tasks.SetAsync(db, DueTaskKind.FinishConnection, row.Id, row.EndsAt, cancellationToken);
        await DueTasks.RemoveAsync(db, DueTaskKind.GiveUpMoving, row.Id, cancellationToken);
        await Outbox.DropPlannedAsync(db, row.Id, [MessageKind.Reminder], cancellationToken);
        if (MeetingMoments.ReminderAt(row.StartsAt, clock.GetCurrentInstant()) is not { } at)
        {
            return;
        }

        foreach (var member in row.Coming)
        {
            if (await db.Participants.FindAsync([member.PersonId], cancellationToken) is { } person)
            {
                await outbox.AddAsync(db, person, MessageKind.Reminder, row.Id, row.Moves, at, cancellationToken);
            }
        }
    }

    private static async Task PutFirstAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is { } person)
        {
            person.TurnsLeftOut = FairnessLedger.PutFirst(person.TurnsLeftOut);
        }
    }
}
