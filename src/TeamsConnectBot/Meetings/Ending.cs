using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Meetings;

/// <summary>Handles the deadlines of a meeting: its time has passed, or the time to choose another slot is over.</summary>
internal sealed class Ending(Database database, Handshake handshake)
{
    public Task FinishAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.FinishConnection, task.SubjectId, cancellationToken);
            if (await MeetingRows.FindAsync(db, task.SubjectId, cancellationToken) is not { } row)
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
            await DueTasks.RemoveAsync(db, DueTaskKind.GiveUpMoving, task.SubjectId, cancellationToken);
            if (await MeetingRows.FindAsync(db, task.SubjectId, cancellationToken) is { State: MeetingState.Moving } row)
            {
                // Of two people who both call it off, only the first one's sentence is for the other.
                var mover = row.Members.Find(member => member.PersonId == row.MovingId);
                var sentence = mover is { Choice: MemberRow.CallOff } ? mover.Sentence : null;
                await handshake.ApplyAsync(db, row, Chosen(row), cancellationToken);
                mover?.Sentence = row.State == MeetingState.Off ? sentence : null;
            }
        },
        cancellationToken);

    private static MeetingEvent Chosen(MeetingRow row) => row.Members.Find(member => member.PersonId == row.MovingId) switch
    {
        { OtherGaps: null or [] } => MeetingEvent.NoOtherGap,
        { Choice: { } index and >= 0, OtherGaps: { } gaps } when index < gaps.Count => MeetingEvent.OtherGapFound(row.Week.Of(gaps[index])),
        _ => MeetingEvent.CalledOff,
    };
}
