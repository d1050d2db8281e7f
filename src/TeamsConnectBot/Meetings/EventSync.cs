using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>Updates or cancels the calendar event to match its meeting: the time and who comes.</summary>
internal sealed class EventSync(Database database, GraphEvents events, CalendarEvents calendar, TimeProvider clock)
{
    public async Task SyncAsync(DueTask task, CancellationToken cancellationToken)
    {
        var row = await MeetingRows.ReadAsync(database, task.SubjectId, cancellationToken);
        // Once the meeting is over, its event no longer matters, even if Graph kept refusing the change.
        if (row?.EventId is { } eventId && row.EndsAt > clock.GetCurrentInstant())
        {
            if (row.State == MeetingState.Off)
            {
                await events.CancelAsync(eventId, cancellationToken);
            }
            else
            {
                await events.UpdateAsync(eventId, await calendar.DescribeAsync(row, cancellationToken), cancellationToken);
            }
        }

        await database.WriteAsync(
            async db =>
            {
                // If the meeting changed meanwhile, the task stays and runs again.
                var now = await MeetingRows.FindAsync(db, task.SubjectId, cancellationToken);
                if (row is null || now is null || CalendarEvents.IsUnchanged(row, now))
                {
                    await DueTasks.RemoveAsync(db, DueTaskKind.SyncEvent, task.SubjectId, cancellationToken);
                }
            },
            cancellationToken);
    }
}
