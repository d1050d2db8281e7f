using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>Writes the consequences of a step of a meeting.</summary>
internal sealed class MeetingEffects(Outbox outbox, DueTasks tasks, TimeProvider clock)
{
    public Task WriteAsync(
        ConnectDb db, MeetingRow row, MeetingEffect effect, CancellationToken cancellationToken) => effect.Kind switch
    {
        MeetingEffectKind.TellAll => TellTimeAsync(
            db, row, [.. row.Coming.Select(member => member.PersonId)], MessageKind.Connection, cancellationToken),
        MeetingEffectKind.TellItMoved => TellTimeAsync(db, row, [effect.MemberId!], MessageKind.Moved, cancellationToken),
        MeetingEffectKind.MoveEvent or MeetingEffectKind.CancelEvent or MeetingEffectKind.RemoveFromEvent =>
            tasks.SetAsync(db, DueTaskKind.SyncEvent, row.Id, clock.GetCurrentInstant(), cancellationToken),

        // A meeting that came from a question has its own messages, and does not count as somebody's turn.
        MeetingEffectKind.TellNoLuck or MeetingEffectKind.PutFirstNextTime or MeetingEffectKind.AskDidYouMeet when row.IsForQuestion =>
            Task.CompletedTask,
        MeetingEffectKind.TellItIsOff => TellItIsOffAsync(db, row, effect.MemberId!, cancellationToken),
        MeetingEffectKind.TellNoLuck => TellNoLuckAsync(db, row, effect.MemberId!, cancellationToken),
        MeetingEffectKind.PutFirstNextTime => PutFirstAsync(db, row, effect.MemberId!, cancellationToken),
        MeetingEffectKind.ShowWhoIsLeft => StaleCards.MarkAsync(db, row.Id, cancellationToken),
        MeetingEffectKind.AskDidYouMeet =>
            TellAsync(db, row, effect.MemberId!, MessageKind.DidYouMeet, cancellationToken, MeetingMoments.DidYouMeetAt(row.EndsAt)),
        MeetingEffectKind.OfferOtherGap => OfferAsync(db, row, effect.MemberId!, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task TellTimeAsync(
        ConnectDb db, MeetingRow row, IReadOnlyList<string> personIds, MessageKind kind, CancellationToken cancellationToken)
    {
        foreach (var id in personIds)
        {
            await TellAsync(db, row, id, kind, cancellationToken);
        }

        await FollowUpAsync(db, row, cancellationToken);
    }

    // Each person who is asked gets a deadline of their own, and nothing takes effect before it; the first to be asked decides first.
    private async Task OfferAsync(ConnectDb db, MeetingRow row, string personId, CancellationToken cancellationToken)
    {
        var asked = row.Members.Single(member => member.PersonId == personId);
        asked.ChooseBy ??= MeetingMoments.ChooseOtherGapBy(clock.GetCurrentInstant(), row.StartsAt);
        if (row.MovingId == personId)
        {
            await tasks.SetAsync(db, DueTaskKind.GiveUpMoving, row.Id, asked.ChooseBy.Value, cancellationToken);
        }
    }

    private async Task TellAsync(
        ConnectDb db, MeetingRow row, string personId, MessageKind kind, CancellationToken cancellationToken, Instant? at = null)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is { } person)
        {
            await outbox.AddAsync(db, person, kind, row.Id, row.Moves, at ?? clock.GetCurrentInstant(), cancellationToken);
        }
    }

    // Someone who was never told of the meeting is told only that the times could not be combined.
    private async Task TellItIsOffAsync(ConnectDb db, MeetingRow row, string personId, CancellationToken cancellationToken)
    {
        if (IsTold(row, personId))
        {
            await TellAsync(db, row, personId, MessageKind.Off, cancellationToken);
        }
        else if (!row.IsForQuestion)
        {
            await TellNoLuckAsync(db, row, personId, cancellationToken);
        }

        await Outbox.DropPlannedAsync(db, row.Id, [MessageKind.Connection, MessageKind.Moved, MessageKind.Reminder], cancellationToken);
    }

    /// <summary>
    /// The meeting was called off while the card that tells of it was on its way, and the card arrived: that it is off is now what its
    /// reader needs to know, not that nobody was found.
    /// </summary>
    public async Task TellItIsOffAfterAllAsync(ConnectDb db, MeetingRow row, string personId, CancellationToken cancellationToken)
    {
        if (await db.Invitations.FirstOrDefaultAsync(
            invitation => invitation.RoundId == row.RoundId && invitation.PersonId == personId, cancellationToken) is { } invited)
        {
            (invited.State, invited.ConnectionId) = (InvitationState.Settled, row.Id);
            await Outbox.DropPlannedAsync(db, invited.Id, [MessageKind.NoLuck], cancellationToken);
        }

        await TellItIsOffAsync(db, row, personId, cancellationToken);
    }

    // The reminder and the end follow the meeting's time, including after a move.
    private async Task FollowUpAsync(ConnectDb db, MeetingRow row, CancellationToken cancellationToken)
    {
        await tasks.SetAsync(db, DueTaskKind.FinishConnection, row.Id, row.EndsAt, cancellationToken);
        await DueTasks.RemoveAsync(db, DueTaskKind.GiveUpMoving, row.Id, cancellationToken);
        await Outbox.DropPlannedAsync(db, row.Id, [MessageKind.Reminder], cancellationToken);
        if (MeetingMoments.ReminderAt(row.StartsAt, clock.GetCurrentInstant()) is { } at)
        {
            foreach (var member in row.Coming)
            {
                await TellAsync(db, row, member.PersonId, MessageKind.Reminder, cancellationToken, at);
            }
        }
    }

    private async Task TellNoLuckAsync(ConnectDb db, MeetingRow row, string personId, CancellationToken cancellationToken)
    {
        if (await db.Invitations.FirstOrDefaultAsync(
                invitation => invitation.RoundId == row.RoundId && invitation.PersonId == personId, cancellationToken) is not { } invited
            || await db.Participants.FindAsync([personId], cancellationToken) is not { } person)
        {
            return;
        }

        if (await ElsewhereAsync(db, row, personId, cancellationToken) is { } other)
        {
            invited.ConnectionId = invited.ConnectionId == row.Id ? other : invited.ConnectionId;
            return;
        }

        // For them it is as if nobody had been found. Another state or subject in their export would tell that somebody withdrew.
        (invited.State, invited.ConnectionId) = (InvitationState.LeftOut, null);
        await outbox.AddAsync(db, person, MessageKind.NoLuck, invited.Id, cancellationToken: cancellationToken);
    }

    private static async Task PutFirstAsync(ConnectDb db, MeetingRow row, string personId, CancellationToken cancellationToken)
    {
        if (await ElsewhereAsync(db, row, personId, cancellationToken) is null
            && await db.Participants.FindAsync([personId], cancellationToken) is { } person)
        {
            person.TurnsLeftOut = FairnessLedger.PutFirst(person.TurnsLeftOut);
        }
    }

    // In a pool with two sides somebody can have several meetings in a round. If they have or had another, one that they were never told
    // of goes unmentioned: the message would only reveal that somebody withdrew.
    private static async Task<Guid?> ElsewhereAsync(
        ConnectDb db, MeetingRow row, string personId, CancellationToken cancellationToken) => IsTold(row, personId)
        ? null
        : await db.Meetings
            .Where(other => other.Id != row.Id && other.RoundId == row.RoundId && other.Members.Any(
                member => member.PersonId == personId && (member.Told || (member.Coming && other.State != MeetingState.Off))))
            .OrderBy(other => other.Id).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancellationToken);

    private static bool IsTold(MeetingRow row, string personId) =>
        row.Members.Any(member => member.PersonId == personId && member.Told);
}
