using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Events;

/// <summary>The events of the service mailbox: the only calendar the bot writes to. Graph takes them to the attendees.</summary>
internal sealed class GraphEvents(GraphTransport transport, GraphPages pages, IOptions<GraphOptions> options)
{
    private const string CreateRoute = "create event";
    private const string FindRoute = "find event";
    private const string UpdateRoute = "update event";
    private const string WatchRoute = "read coming events";
    private const string MoveRoute = "move event";
    private const string CancelRoute = "cancel event";
    private const string ReadRoute = "read event";

    private const int PageSize = 500;

    private string Mailbox => options.Value.ServiceMailbox;

    /// <summary>Makes the event, or finds the one an earlier attempt with the same transaction id made.</summary>
    /// <exception cref="GraphUnavailableException">It is not known whether the event exists; calling again makes no second one.</exception>
    public async Task<CreatedEvent> CreateAsync(NewEvent meeting, CancellationToken cancellationToken)
    {
        // Inside the lambda: a model that was sent once has an empty body the second time (docs/behaviours.md).
        var answer = await transport.SendAsync(CreateRoute, client => InUtc(client.Users[Mailbox].Events.ToPostRequestInformation(EventBody.Create(meeting))), cancellationToken);
        if (answer.Status is HttpStatusCode.Conflict)
        {
            return await FindAsync(meeting, cancellationToken) ?? throw transport.Fail(answer, GraphFailure.Rejected);
        }

        Expect(answer);
        return EventRow.Read(answer.Body)?.ToCreated() ?? throw transport.Fail(answer, GraphFailure.Unreadable);
    }

    /// <summary>Moves an event.</summary>
    /// <returns>False when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is not known whether the event moved; calling again is harmless.</exception>
    public async Task<bool> MoveAsync(string id, Instant start, Instant end, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(MoveRoute, client => InUtc(client.Users[Mailbox].Events[id].ToPatchRequestInformation(EventBody.Move(start, end, zone))), cancellationToken);
        if (answer.IsGone)
        {
            return false;
        }

        Expect(answer);
        return true;
    }

    /// <summary>Brings an event in line with its meeting: when it is and who comes.</summary>
    /// <returns>False when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is not known whether the event changed; calling again is harmless.</exception>
    public async Task<bool> UpdateAsync(string id, NewEvent meeting, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(UpdateRoute, client => InUtc(client.Users[Mailbox].Events[id].ToPatchRequestInformation(EventBody.Update(meeting))), cancellationToken);
        if (answer.IsGone)
        {
            return false;
        }

        Expect(answer);
        return true;
    }

    /// <summary>Takes an event out of every calendar. One that no longer exists counts as done. Graph tells the attendees, without a reason.</summary>
    /// <exception cref="GraphUnavailableException">It is not known whether the event is gone; calling again is harmless.</exception>
    public async Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(CancelRoute, client => client.Users[Mailbox].Events[id].ToDeleteRequestInformation(), cancellationToken);
        if (!answer.IsGone)
        {
            Expect(answer);
        }
    }

    /// <summary>The event as it now stands, or null when it was deleted.</summary>
    /// <exception cref="GraphUnavailableException">The event could not be read.</exception>
    public async Task<EventView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(ReadRoute, client => InUtc(client.Users[Mailbox].Events[id].ToGetRequestInformation(request => request.QueryParameters.Select = EventRow.Select)), cancellationToken);
        if (answer.IsGone)
        {
            return null;
        }

        Expect(answer);
        return EventRow.Read(answer.Body)?.ToView() ?? throw transport.Fail(answer, GraphFailure.Unreadable);
    }

    /// <summary>Every event of the service mailbox between two moments, by its id.</summary>
    /// <exception cref="GraphUnavailableException">A page could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, EventView>> ReadBetweenAsync(Instant from, Instant to, CancellationToken cancellationToken)
    {
        var views = new Dictionary<string, EventView>(StringComparer.Ordinal);
        await foreach (var page in pages.ReadAsync(WatchRoute, client => InUtc(client.Users[Mailbox].CalendarView.ToGetRequestInformation(request =>
        {
            request.QueryParameters.StartDateTime = InstantPattern.General.Format(from);
            request.QueryParameters.EndDateTime = InstantPattern.General.Format(to);
            request.QueryParameters.Select = EventRow.Select;
            request.QueryParameters.Orderby = ["start/dateTime"];
            request.QueryParameters.Top = PageSize;
        })), cancellationToken))
        {
            foreach (var view in page.Items.Select(item => EventRow.Read(item)?.ToView()).OfType<EventView>())
            {
                views[view.Id] = view;
            }
        }

        return views;
    }

    // transactionId cannot be filtered on, so the calendar is read around the time and compared here.
    private async Task<CreatedEvent?> FindAsync(NewEvent meeting, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.ReadAsync(FindRoute, client => InUtc(client.Users[Mailbox].CalendarView.ToGetRequestInformation(request =>
        {
            request.QueryParameters.StartDateTime = InstantPattern.General.Format(meeting.Start);
            request.QueryParameters.EndDateTime = InstantPattern.General.Format(meeting.End);
            request.QueryParameters.Select = EventRow.Select;
            request.QueryParameters.Top = PageSize;
        })), cancellationToken))
        {
            if (page.Items.Select(EventRow.Read).FirstOrDefault(row => row?.TransactionId == meeting.TransactionId)?.ToCreated() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static RequestInformation InUtc(RequestInformation request)
    {
        request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
        return request;
    }

    private void Expect(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, answer.IsGone ? GraphFailure.NotFound : GraphFailure.Rejected);
        }
    }
}
