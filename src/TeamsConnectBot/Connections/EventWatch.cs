using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Connections;

/// <summary>
/// Looks in the service mailbox's own calendar for what people did in Outlook. Declining or deleting the event counts as
/// 'can't make it'. The whole coming week is one request, however many connections there are.
/// </summary>
internal sealed partial class EventWatch(
    Database database, GraphEvents events, CantMakeIt cantMakeIt, SweepRequests sweeps, TimeProvider clock, ILogger<EventWatch> logger)
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var coming = await database.ReadAsync(
            db => db.Connections.Include(row => row.Members)
                .Where(row => row.State == ConnectionState.Announced && row.EventId != null && row.StartsAt > now)
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
                await CompareAsync(row, views.GetValueOrDefault(row.EventId!), cancellationToken);
            }
        }
        catch (GraphUnavailableException failure)
        {
            Log.NotRead(logger, failure.Failure);
        }

        await sweeps.SweepSoonAsync(cancellationToken);
    }

    private async Task CompareAsync(ConnectionRow row, EventView? view, CancellationToken cancellationToken)
    {
        // Not in the coming days any more: gone, or moved far away.
        var now = view ?? await events.ReadAsync(row.EventId!, cancellationToken);
        if (now is null or { IsCancelled: true })
        {
            await cantMakeIt.EventDeletedAsync(row.Id, cancellationToken);
        }
        else if (now.Start != row.StartsAt)
        {
            await cantMakeIt.EventMovedAsync(row.Id, new Interval(now.Start, now.End), cancellationToken);
        }
        else if (now.Responses.FirstOrDefault(response => response.Response == EventResponse.Declined) is { } declined)
        {
            await cantMakeIt.EventDeclinedAsync(row.Id, declined.Mail, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Calendars could not be read ({Failure}); what people did in Outlook is seen at the next look")]
        public static partial void NotRead(ILogger logger, GraphFailure failure);
    }
}
