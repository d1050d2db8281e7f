using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Connections;

/// <summary>Brings the calendar event in line with its connection: its time, who is in it, or gone.</summary>
internal sealed class EventSync(Database database, GraphEvents events, CalendarEvents calendar, TimeProvider clock)
{
    public async Task SyncAsync(DueTask task, CancellationToken cancellationToken)
    {
        var row = await ConnectionRows.ReadAsync(database, task.SubjectId, cancellationToken);
        // What is over needs no calendar any more, however often Graph refused it.
        if (row?.EventId is { } eventId && row.EndsAt > clock.GetCurrentInstant())
        {
            if (row.State == ConnectionState.Off)
            {
                await events.CancelAsync(eventId, cancellationToken);
            }
            else
            {
                await events.UpdateAsync(eventId, await calendar.DescribeAsync(row, cancellationToken), cancellationToken);
            }
        }

        await database.WriteAsync(db => DueTasks.RemoveAsync(db, DueTaskKind.SyncEvent, task.SubjectId, cancellationToken), cancellationToken);
    }
}
