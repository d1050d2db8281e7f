using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Handles someone who cannot make it: they said so on the card, or changed the event in Outlook. They are first offered other shared
/// slots. The other person is told only that the meeting moved or is off, once the time to choose is over.
/// </summary>
internal sealed class Cancellations(
    Database database, Handshake handshake, AlternativeSlots alternatives, Outbox outbox, TimeProvider clock)
{
    /// <summary>
    /// Starts the choice of another slot, or of calling the meeting off if there is none. For what takes effect at once, see
    /// <see cref="TakesEffectAtOnce"/>.
    /// </summary>
    public async Task DeclineAsync(Guid connectionId, string personId, CancellationToken cancellationToken)
    {
        var slots = await FindSlotsAsync(connectionId, personId, cancellationToken);
        await database.WriteAsync(
            db => ApplyAsync(db, connectionId, personId, slots, byMessage: false, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Whether there is nothing to choose for a member, so that the card asks for confirmation instead: three or more people continue
    /// without the one who can't make it, and shortly before the start it is too late to move the meeting.
    /// </summary>
    public bool TakesEffectAtOnce(MeetingRow row, MemberRow member) =>
        row.State == MeetingState.Announced && member.Coming && (row.Coming.Count() > 2 || IsTooLate(row, clock.GetCurrentInstant()));

    /// <summary>Takes a member out of a group, or calls a pair's meeting off that starts shortly.</summary>
    /// <returns>False when there is something to choose first; nothing has changed then.</returns>
    public Task<bool> LeaveAsync(Guid connectionId, string personId, CallOffSentence? sentence, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async db =>
            {
                if (await MeetingRows.FindAsync(db, connectionId, cancellationToken) is not { } row
                    || row.Members.Find(x => x.PersonId == personId) is not { } member
                    || !TakesEffectAtOnce(row, member))
                {
                    return false;
                }

                await handshake.ApplyAsync(db, row, MeetingEvent.MemberDeclined(personId), cancellationToken);
                if (row.State == MeetingState.Moving)
                {
                    await handshake.ApplyAsync(db, row, MeetingEvent.CalledOff, cancellationToken);
                    member.Sentence = sentence;
                }

                return true;
            },
            cancellationToken);

    /// <summary>Asks whoever declined the event what to do instead, once for each time they decline.</summary>
    public async Task EventDeclinedAsync(Guid connectionId, EventDecline decline, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(db => FindUnaskedAsync(db, connectionId, decline, cancellationToken), cancellationToken)
            is not { } personId)
        {
            return;
        }

        var slots = await FindSlotsAsync(connectionId, personId, cancellationToken);
        await database.WriteAsync(
            db => ApplyAsync(db, connectionId, personId, slots, byMessage: true, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The organiser's event no longer exists, although nobody clicked anything: the meeting is off for everyone, and no reason is given.
    /// </summary>
    public Task EventDeletedAsync(Guid connectionId, CancellationToken cancellationToken) => database.WriteAsync(
        db => handshake.ApplyAsync(db, connectionId, MeetingEvent.EventCancelled, cancellationToken), cancellationToken);

    /// <summary>A move in Outlook is accepted if it is within everyone's working hours; otherwise the meeting is off.</summary>
    /// <param name="seen">The meeting as it was before its event was read.</param>
    /// <param name="time">The event's time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task EventMovedAsync(MeetingRow seen, Interval time, CancellationToken cancellationToken)
    {
        var moved = MeetingEvent.EventMoved(time, await alternatives.IsInEveryonesHoursAsync(seen, time, cancellationToken));
        await database.WriteAsync(
            async db =>
            {
                // If the meeting was moved meanwhile, the event was read before it followed.
                if (await MeetingRows.FindAsync(db, seen.Id, cancellationToken) is { } row && row.Moves == seen.Moves)
                {
                    await handshake.ApplyAsync(db, row, moved, cancellationToken);
                }
            },
            cancellationToken);
    }

    private static bool IsTooLate(MeetingRow row, Instant now) => MeetingMoments.ChooseOtherGapBy(now, row.StartsAt) <= now;

    private async Task<IReadOnlyList<Slot>> FindSlotsAsync(Guid connectionId, string personId, CancellationToken cancellationToken)
    {
        var row = await MeetingRows.ReadAsync(database, connectionId, cancellationToken);
        return row is { State: MeetingState.Announced or MeetingState.Moving, Moves: < MeetingMachine.MostMoves } && row.Coming.Count() == 2
            ? await alternatives.FindAsync(row, personId, cancellationToken)
            : [];
    }

    private async Task ApplyAsync(
        ConnectDb db, Guid connectionId, string personId, IReadOnlyList<Slot> slots, bool byMessage, CancellationToken cancellationToken)
    {
        // Someone who is already choosing keeps the slots they were offered.
        if (await MeetingRows.FindAsync(db, connectionId, cancellationToken) is not { } row
            || row.Members.Find(x => x.PersonId == personId) is not { ChooseBy: null } member)
        {
            return;
        }

        await handshake.ApplyAsync(db, row, MeetingEvent.MemberDeclined(personId), cancellationToken);
        if (member.ChooseBy is null)
        {
            return;
        }

        member.OtherGaps = slots;
        if (slots.Count == 0 && !byMessage && member.ChooseBy > clock.GetCurrentInstant())
        {
            // A click may be a mistake: the card asks for confirmation, and nobody is told before its deadline.
            return;
        }

        if (slots.Count == 0)
        {
            // They may call it off even if the other person started choosing first.
            if (row.MovingId is { } other && other != personId)
            {
                await handshake.ApplyAsync(db, row, MeetingEvent.DeclineWithdrawn(other), cancellationToken);
            }

            await handshake.ApplyAsync(db, row, MeetingEvent.NoOtherGap, cancellationToken);
        }
        else if (byMessage && await db.Participants.FindAsync([personId], cancellationToken) is { } person)
        {
            var last = await Asked(db, connectionId, personId).MaxAsync(message => (long?)message.Sequence, cancellationToken);
            await outbox.AddAsync(
                db, person, MessageKind.OtherGap, row.Id, (int)(last + 1 ?? 0), cancellationToken: cancellationToken);
        }
    }

    // Outlook keeps saying 'declined', also after they chose to keep the meeting. Only a decline after they were asked is a new one.
    private static async Task<string?> FindUnaskedAsync(
        ConnectDb db, Guid connectionId, EventDecline decline, CancellationToken cancellationToken)
    {
        var members = db.Members.Where(member => member.ConnectionId == connectionId && member.Coming).Select(member => member.PersonId);
        var people = await db.Participants.Where(x => members.Contains(x.PersonId)).ToListAsync(cancellationToken);

        // Exchange and the directory may use different capitals in an address.
        return people.Find(x => string.Equals(x.Mail, decline.Mail, StringComparison.OrdinalIgnoreCase)) is { PersonId: var personId }
            && !await Asked(db, connectionId, personId).AnyAsync(
                message => message.SentAt == null || decline.At == null || message.SentAt >= decline.At, cancellationToken)
            ? personId
            : null;
    }

    private static IQueryable<Message> Asked(ConnectDb db, Guid connectionId, string personId) => db.Messages.Where(
        message => message.PersonId == personId && message.Kind == MessageKind.OtherGap && message.SubjectId == connectionId);
}
