using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>Creates a meeting's calendar event, once, and then tells everyone.</summary>
internal sealed class Arranging(
    Database database, GraphEvents events, CalendarEvents calendar, Handshake handshake, DueTasks tasks, TimeProvider clock)
{
    public async Task ArrangeAsync(DueTask task, CancellationToken cancellationToken)
    {
        var row = await MeetingRows.ReadAsync(database, task.SubjectId, cancellationToken);
        if (row is not { State: MeetingState.Settled } || row.Coming.Count() < 2 || row.StartsAt <= clock.GetCurrentInstant())
        {
            await GiveUpAsync(task, cancellationToken);
            await RemoveLostAsync(row, cancellationToken);
            await database.WriteAsync(
                db => DueTasks.RemoveAsync(db, DueTaskKind.ArrangeConnection, task.SubjectId, cancellationToken), cancellationToken);
            return;
        }

        // Because of its transaction id, a second attempt finds the event of the first.
        var created = await events.CreateAsync(await calendar.DescribeAsync(row, cancellationToken), cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await MeetingRows.FindAsync(db, row.Id, cancellationToken) is not { } kept)
                {
                    return;
                }

                kept.EventId = created.Id;
                kept.JoinUrl = created.JoinUrl;
                await DueTasks.RemoveAsync(db, DueTaskKind.ArrangeConnection, row.Id, cancellationToken);
                if (!await handshake.ApplyAsync(db, kept, MeetingEvent.Announce, cancellationToken)
                    || !CalendarEvents.IsUnchanged(row, kept))
                {
                    // Called off, or somebody left, while the event was created.
                    await tasks.SetAsync(db, DueTaskKind.SyncEvent, row.Id, clock.GetCurrentInstant(), cancellationToken);
                }
            },
            cancellationToken);
    }

    // Too late, or nobody left to meet: people who said yes get the same message as when no match was found.
    private Task GiveUpAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await MeetingRows.FindAsync(db, task.SubjectId, cancellationToken) is { State: MeetingState.Settled } row)
            {
                await handshake.ApplyAsync(db, row, MeetingEvent.TimePassed, cancellationToken);
            }
        },
        cancellationToken);

    // An earlier attempt whose answer was lost may have created the event. People are told first, also while Graph cannot be asked.
    private async Task RemoveLostAsync(MeetingRow? row, CancellationToken cancellationToken)
    {
        if (row is { EventId: null } && row.EndsAt > clock.GetCurrentInstant()
            && await events.FindAsync(await calendar.DescribeAsync(row, cancellationToken), cancellationToken) is { } lost)
        {
            await events.CancelAsync(lost.Id, cancellationToken);
        }
    }
}
