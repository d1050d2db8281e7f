using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>Handles the deadlines of a meeting: its time has passed, or the time to choose another slot is over.</summary>
internal sealed class Ending(Database database, Handshake handshake, TimeProvider clock)
{
    public Task FinishAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var row = await MeetingRows.FindAsync(db, task.SubjectId, cancellationToken);

            // After an outage both deadlines are due, in any order; what was chosen in time comes first.
            if (row is { State: MeetingState.Moving } && !IsAhead(row.EndsAt))
            {
                await CarryOutAsync(db, row, cancellationToken);
            }

            if (row is not null && IsAhead(row.EndsAt))
            {
                // It was moved after this task was read; the stored task has its new time.
                return;
            }

            await DueTasks.RemoveAsync(db, DueTaskKind.FinishConnection, task.SubjectId, cancellationToken);
            if (row is null)
            {
                return;
            }

            await handshake.ApplyAsync(db, row, MeetingEvent.TimePassed, cancellationToken);
            row.Members.ForEach(member => member.Sentence = null);
            if (row.State == MeetingState.Over)
            {
                foreach (var member in row.Coming)
                {
                    if (await db.Participants.FindAsync([member.PersonId], cancellationToken) is { } person)
                    {
                        person.LastContactAt = row.EndsAt;
                    }
                }
            }
        },
        cancellationToken);

    /// <summary>Carries out the choice; no choice means calling it off.</summary>
    public Task GiveUpMovingAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await MeetingRows.FindAsync(db, task.SubjectId, cancellationToken) is { State: MeetingState.Moving } row)
            {
                if (MoverOf(row) is { ChooseBy: { } by } && IsAhead(by))
                {
                    // Somebody else began to choose after this task was read; the stored task has their deadline.
                    return;
                }

                await CarryOutAsync(db, row, cancellationToken);
            }

            await DueTasks.RemoveAsync(db, DueTaskKind.GiveUpMoving, task.SubjectId, cancellationToken);
        },
        cancellationToken);

    private async Task CarryOutAsync(ConnectDb db, MeetingRow row, CancellationToken cancellationToken)
    {
        // Of two people who both call it off, only the first one's sentence is for the other.
        var mover = MoverOf(row);
        var sentence = mover is { Choice: MemberRow.CallOff } ? mover.Sentence : null;
        await handshake.ApplyAsync(db, row, Chosen(row, mover), cancellationToken);
        mover?.Sentence = row.State == MeetingState.Off ? sentence : null;
    }

    // After an outage, a moment that was chosen may have begun: too late to tell the others, so the meeting is off.
    private MeetingEvent Chosen(MeetingRow row, MemberRow? mover) => mover switch
    {
        { OtherGaps: null or [] } => MeetingEvent.NoOtherGap,
        { Choice: { } index and >= 0, OtherGaps: { } gaps }
            when index < gaps.Count && row.Week.Of(gaps[index]) is var time && IsAhead(time.Start) => MeetingEvent.OtherGapFound(time),
        _ => MeetingEvent.CalledOff,
    };

    private static MemberRow? MoverOf(MeetingRow row) => row.Members.Find(member => member.PersonId == row.MovingId);

    private bool IsAhead(Instant moment) => moment > clock.GetCurrentInstant();
}
