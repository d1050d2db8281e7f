using System.Net;
using Microsoft.Graph.Models;
using NodaTime.Text;
using TeamsConnectBot.Graph.Transport;
using static TeamsConnectBot.Graph.Events.EventBody;

namespace TeamsConnectBot.Graph.Events;

/// <summary>The events of the service mailbox: the only calendar the bot writes to. Graph sends them to the attendees.</summary>
internal sealed class GraphEvents(GraphTransport transport, GraphPages pages, IOptions<GraphOptions> options)
{
    private const int PageSize = 500;

    private string Mailbox => options.Value.ServiceMailbox;

    /// <summary>Creates the event, or finds the one that an earlier attempt with the same transaction id created.</summary>
    /// <exception cref="GraphUnavailableException">It is unknown whether the event exists; calling again creates no second one.</exception>
    public async Task<CreatedEvent> CreateAsync(NewEvent meeting, CancellationToken cancellationToken)
    {
        // The body is built inside the lambda: a model that was sent once has an empty body the second time (docs/behaviours.md).
        var answer = await transport.SendAsync(
            "create event", client => InUtc(client.Users[Mailbox].Events.ToPostRequestInformation(Create(meeting))), cancellationToken);
        return answer.Status is HttpStatusCode.Conflict
            ? await FindAsync(meeting, cancellationToken) ?? throw transport.Fail(answer, GraphFailure.Rejected)
            : EventRow.Read(transport.Require(answer).Body)?.ToCreated() ?? throw transport.Fail(answer, GraphFailure.Unreadable);
    }

    /// <summary>Moves an event.</summary>
    /// <returns>False when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is unknown whether the event moved; calling again is harmless.</exception>
    public async Task<bool> MoveAsync(string id, Instant start, Instant end, DateTimeZone zone, CancellationToken cancellationToken) =>
        await PatchAsync("move event", id, () => Move(start, end, zone), cancellationToken);

    /// <summary>Updates an event to match its meeting: its time and who comes.</summary>
    /// <returns>False when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is unknown whether the event changed; calling again is harmless.</exception>
    public async Task<bool> UpdateAsync(string id, NewEvent meeting, CancellationToken cancellationToken) =>
        await PatchAsync("update event", id, () => Update(meeting), cancellationToken);

    /// <summary>
    /// Removes an event from every calendar; one that no longer exists counts as done. Graph tells the attendees, without a reason.
    /// </summary>
    /// <exception cref="GraphUnavailableException">It is unknown whether the event is gone; calling again is harmless.</exception>
    public async Task CancelAsync(string id, CancellationToken cancellationToken) => transport.Exists(await transport.SendAsync(
        "cancel event", client => client.Users[Mailbox].Events[id].ToDeleteRequestInformation(), cancellationToken));

    /// <summary>The event as it is now, or null when it was deleted.</summary>
    /// <exception cref="GraphUnavailableException">The event could not be read.</exception>
    public async Task<EventView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            "read event",
            client => InUtc(client.Users[Mailbox].Events[id].ToGetRequestInformation(
                request => request.QueryParameters.Select = EventRow.Select)),
            cancellationToken);
        return transport.Exists(answer)
            ? EventRow.Read(answer.Body)?.ToView() ?? throw transport.Fail(answer, GraphFailure.Unreadable)
            : null;
    }

    /// <summary>All events of the service mailbox between two moments, by id.</summary>
    /// <exception cref="GraphUnavailableException">A page could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, EventView>> ReadBetweenAsync(
        Instant from, Instant to, CancellationToken cancellationToken)
    {
        var views = new Dictionary<string, EventView>(StringComparer.Ordinal);
        await foreach (var row in CalendarAsync("read coming events", from, to, ["start/dateTime"], cancellationToken))
        {
            if (row.ToView() is { } view)
            {
                views[view.Id] = view;
            }
        }

        return views;
    }

    private async Task<bool> PatchAsync(string route, string id, Func<Event> body, CancellationToken cancellationToken) =>
        transport.Exists(await transport.SendAsync(
            route, client => InUtc(client.Users[Mailbox].Events[id].ToPatchRequestInformation(body())), cancellationToken));

    /// <summary>Finds the event that an attempt to create it left; null when there is none.</summary>
    /// <remarks>Graph cannot filter on transactionId, so the calendar around the meeting's time is searched.</remarks>
    /// <exception cref="GraphUnavailableException">The calendar could not be read.</exception>
    public async Task<CreatedEvent?> FindAsync(NewEvent meeting, CancellationToken cancellationToken)
    {
        await foreach (var row in CalendarAsync("find event", meeting.Start, meeting.End, orderBy: null, cancellationToken))
        {
            if (row.TransactionId == meeting.TransactionId)
            {
                return row.ToCreated();
            }
        }

        return null;
    }

    private IAsyncEnumerable<EventRow> CalendarAsync(
        string route, Instant from, Instant to, string[]? orderBy, CancellationToken cancellationToken) => pages.ReadAsync(
            route,
            client => InUtc(client.Users[Mailbox].CalendarView.ToGetRequestInformation(request =>
            {
                request.QueryParameters.StartDateTime = InstantPattern.General.Format(from);
                request.QueryParameters.EndDateTime = InstantPattern.General.Format(to);
                request.QueryParameters.Select = EventRow.Select;
                request.QueryParameters.Orderby = orderBy;
                request.QueryParameters.Top = PageSize;
            })),
            cancellationToken).SelectMany(page => page.Items.Select(EventRow.Read).OfType<EventRow>());
}
