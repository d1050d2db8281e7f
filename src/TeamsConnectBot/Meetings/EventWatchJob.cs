using Quartz;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

/// <summary>
/// Reads the service mailbox's own calendar to see what people did in Outlook. Declining or deleting the event counts as 'can't make it'.
/// All coming meetings are read together, not one request for each.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class EventWatchJob(
    Database database, GraphEvents events, Cancellations cancellations, SweepRequests sweeps, WorkInFlight work, TimeProvider clock,
    ILogger<EventWatchJob> logger) : IJob
{
    public static JobKey Key { get; } = new("event-watch");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        var now = clock.GetCurrentInstant();
        var coming = await database.ReadAsync(
            // An event that was not updated to its meeting yet still has the time from before, which nobody chose in Outlook.
            db => db.Meetings.Include(row => row.Members)
                .Where(row => row.State == MeetingState.Announced && row.EventId != null && row.StartsAt > now
                    && !db.DueTasks.Any(task => task.Kind == DueTaskKind.SyncEvent && task.SubjectId == row.Id))
                .OrderBy(row => row.Id).ToListAsync(cancellationToken),
            cancellationToken);
        if (coming.Count == 0)
        {
            return;
        }

        try
        {
            var views = await events.ReadBetweenAsync(now, coming.Max(row => row.EndsAt) + Duration.FromDays(1), cancellationToken);
            foreach (var row in coming)
            {
                await TryCompareAsync(row, views.GetValueOrDefault(row.EventId!), cancellationToken);
            }
        }
        catch (GraphUnavailableException failure)
        {
            Log.NotRead(logger, failure.Failure);
        }

        await sweeps.SweepSoonAsync(cancellationToken);
    }

    // One meeting that needs an answer Graph does not give must not keep what happened to the others from being handled.
    private async Task TryCompareAsync(MeetingRow row, EventView? view, CancellationToken cancellationToken)
    {
        try
        {
            await CompareAsync(row, view, cancellationToken);
        }
        catch (GraphUnavailableException failure)
        {
            Log.NotHandled(logger, row.Id, failure.Failure);
        }
    }

    private async Task CompareAsync(MeetingRow row, EventView? view, CancellationToken cancellationToken)
    {
        // An event missing from the period read was deleted or moved outside it; reading it by id tells which.
        var now = view ?? await events.ReadAsync(row.EventId!, cancellationToken);
        if (now is null or { IsCancelled: true })
        {
            await cancellations.EventDeletedAsync(row.Id, cancellationToken);
        }
        else if (now.Start != row.StartsAt)
        {
            await cancellations.EventMovedAsync(row, new Interval(now.Start, now.End), cancellationToken);
        }
        else
        {
            foreach (var decline in now.Declined)
            {
                await cancellations.EventDeclinedAsync(row.Id, decline, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "The service mailbox's calendar could not be read ({Failure}); changes people made in Outlook are picked up at the next run")]
        public static partial void NotRead(ILogger logger, GraphFailure failure);

        [LoggerMessage(LogLevel.Warning,
            "What happened in Outlook to meeting {Meeting} could not be read ({Failure}); it is tried again at the next run")]
        public static partial void NotHandled(ILogger logger, Guid meeting, GraphFailure failure);
    }
}
