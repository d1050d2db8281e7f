using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Events: made, read, changed and cancelled in the service mailbox; read anywhere.</summary>
internal sealed class EventEndpoints(SandboxTenant tenant, SandboxOptions options)
{
    private const int DefaultPage = 10;
    private const int MostPerPage = 1000;

    private static readonly string[] Calendars = ["users/{id}", "users/{id}/calendar"];
    private static readonly string[] MayRead = ["Calendars.ReadBasic.All", "Calendars.Read", "Calendars.ReadWrite"];
    private static readonly string[] MayWrite = ["Calendars.ReadWrite"];

    private long number;

    public IEnumerable<GraphRoute> Routes =>
        Calendars.SelectMany(mailbox => new GraphRoute[]
        {
            new("POST", mailbox + "/events", "event.create", MayWrite, Create) { Contract = GraphContract.One("event", "event") },
            new("GET", mailbox + "/events", "event.list", MayRead, List) { Contract = GraphContract.Calendar("event") },
            new("GET", mailbox + "/events/{event}", "event.get", MayRead, Get) { Contract = GraphContract.One("event") },
            new("PATCH", mailbox + "/events/{event}", "event.update", MayWrite, Update) { Contract = GraphContract.One("event", "event") },
            new("DELETE", mailbox + "/events/{event}", "event.delete", MayWrite, Delete),
            new("POST", mailbox + "/events/{event}/cancel", "event.cancel", MayWrite, Cancel)
                { Contract = GraphContract.Action("cancelParameters") },
            new("GET", mailbox + "/events/{event}/instances", "event.instances", MayRead, Instances)
                { Contract = GraphContract.Calendar("event") },
            new("GET", mailbox + "/calendarView", "calendarView", MayRead, View) { Contract = GraphContract.Calendar("event") },
        });

    private GraphReply Create(GraphCall request)
    {
        if (GraphMailboxes.WriteRefusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        if (ReadNew(request) is not { } item)
        {
            return GraphReply.Error(400, "ErrorInvalidRequest", "The event's start, end or recurrence is missing or can't be read.");
        }

        if (item.End < item.Start)
        {
            return GraphReply.Error(400, "ErrorCalendarEndDateIsEarlierThanStartDate", "The end date is earlier than the start date.");
        }

        var (made, isNew) = tenant.Calendar.Create(item);
        return isNew || options.DuplicateTransaction == DuplicateTransaction.Created
            ? WriteOne(request, made, 201)
            : options.DuplicateTransaction == DuplicateTransaction.Ok
                ? WriteOne(request, made, 200)
                : GraphReply.Error(409, "ErrorDuplicateTransactionId", "An event with this transactionId exists.");
    }

    private CalendarEvent? ReadNew(GraphCall request)
    {
        try
        {
            return request.Body is { } body ? EventReading.Read(body, Blank(body.Text("transactionId"))) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private CalendarEvent Blank(string? transactionId)
    {
        var name = transactionId ?? Interlocked.Increment(ref number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new CalendarEvent
        {
            // A transaction's id can come back after its event was deleted, so its name alone would not do.
            Id = "AAMkAGI1" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {tenant.Calendar.Created}"))).Replace('+', '-').Replace('/', '_'),
            Organiser = tenant.Identity.ServiceMailbox,
            TransactionId = transactionId,
            Start = default,
            End = default,
            Created = tenant.Now,
            Modified = tenant.Now,
        };
    }

    private GraphReply Get(GraphCall request) => Find(request, out var item) ?? WriteOne(request, item!, 200);

    private GraphReply Update(GraphCall request)
    {
        if ((GraphMailboxes.WriteRefusal(tenant, request.Argument(0)) ?? Find(request, out _)) is { } refusal)
        {
            return refusal;
        }

        if (request.Body is not { } body)
        {
            return GraphReply.Error(400, "ErrorInvalidRequest", "The body is missing.");
        }

        if (options.RefusesZoneOfSeries && tenant.Calendar.Find(request.Argument(1)) is { Recurrence: not null } series
            && GraphTimes.Read(body.Property("start")) is { } start && start.Zone != series.OriginalZone)
        {
            return GraphReply.Error(400, "ErrorPropertyValidationFailure", "At least one property failed validation.");
        }

        try
        {
            var changed = tenant.Calendar.Update(request.Argument(1), item =>
                EventReading.Read(body, item) is { } read ? read with { Modified = tenant.Now } : throw new FormatException("start or end"));
            return changed is null ? NoSuchEvent : WriteOne(request, changed, 200);
        }
        catch (FormatException)
        {
            return GraphReply.Error(400, "ErrorInvalidRequest", "The event's start or end can't be read.");
        }
    }

    private GraphReply Delete(GraphCall request) => End(request, 204);

    private GraphReply Cancel(GraphCall request) => End(request, 202);

    private GraphReply End(GraphCall request, int status) =>
        GraphMailboxes.WriteRefusal(tenant, request.Argument(0))
        ?? Find(request, out _)
        ?? (tenant.Calendar.Remove(request.Argument(1)) ? GraphReply.Empty(status) : NoSuchEvent);

    // Series as themselves, not their times.
    private GraphReply List(GraphCall request) => Page(request, address => [.. tenant.Calendar.Live
        .Where(item => item.AttendeeAt(address) is { Removed: false } || string.Equals(item.Organiser, address, StringComparison.OrdinalIgnoreCase))]);

    private GraphReply View(GraphCall request) =>
        GraphTimes.ReadQuery(request.Option("startDateTime")) is { } from && GraphTimes.ReadQuery(request.Option("endDateTime")) is { } to
            ? Page(request, address => [.. tenant.Calendar.ServiceEventsOf(address, from, to).Select(item => item.Event!)])
            : GraphReply.Error(400, "ErrorInvalidRequest", "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");

    private GraphReply Instances(GraphCall request)
    {
        if (Find(request, out var series) is { } refusal)
        {
            return refusal;
        }

        if (GraphTimes.ReadQuery(request.Option("startDateTime")) is not { } from || GraphTimes.ReadQuery(request.Option("endDateTime")) is not { } to)
        {
            return GraphReply.Error(400, "ErrorInvalidRequest", "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");
        }

        if (series!.Recurrence is null)
        {
            return GraphReply.Error(400, "ErrorInvalidRequest", "The event is no series master.");
        }

        var address = GraphMailboxes.AddressOf(tenant, request.Argument(0))!;
        return GraphTimes.Preferred(request) is { } zone
            ? Paging.Page(
                request, Ordered(request, SeriesOccurrences.Between(series, from, to)), $"users('{request.Argument(0)}')/events", DefaultPage,
                MostPerPage, (writer, item) => EventJson.Write(writer, item, request, zone, address))
            : GraphReply.Error(400, "ErrorInvalidTimeZone", "The preferred time zone isn't known.");
    }

    private static IReadOnlyList<CalendarEvent> Ordered(GraphCall request, IEnumerable<CalendarEvent> events)
    {
        if (GraphOrder.Read(request) is not { } order)
        {
            return [.. events];
        }

        return order.Property.ToUpperInvariant() switch
        {
            "SUBJECT" => order.Apply(events, item => item.Subject, StringComparer.CurrentCultureIgnoreCase),
            "CREATEDDATETIME" => order.Apply(events, item => item.Created),
            "LASTMODIFIEDDATETIME" => order.Apply(events, item => item.Modified),
            "END/DATETIME" => order.Apply(events, item => item.End),
            _ => order.Apply(events, item => item.Start),
        };
    }

    private GraphReply Page(GraphCall request, Func<string, List<CalendarEvent>> eventsOf)
    {
        if (request.Option("$filter") is not null)
        {
            return GraphReply.Error(400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");
        }

        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        var address = GraphMailboxes.AddressOf(tenant, request.Argument(0))!;
        var events = eventsOf(address);
        return GraphTimes.Preferred(request) is { } zone
            ? Paging.Page(
                request, Ordered(request, events), $"users('{request.Argument(0)}')/events", DefaultPage, MostPerPage,
                (writer, item) => EventJson.Write(writer, item, request, zone, address))
            : GraphReply.Error(400, "ErrorInvalidTimeZone", "The preferred time zone isn't known.");
    }

    private GraphReply? Find(GraphCall request, out CalendarEvent? item)
    {
        item = null;
        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        var address = GraphMailboxes.AddressOf(tenant, request.Argument(0));
        item = tenant.Calendar.Find(request.Argument(1));
        var isTheirs = item is not null
            && (string.Equals(item.Organiser, address, StringComparison.OrdinalIgnoreCase) || item.AttendeeAt(address) is { Removed: false });
        return isTheirs ? null : NoSuchEvent;
    }

    private static GraphReply NoSuchEvent => GraphReply.Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    private GraphReply WriteOne(GraphCall request, CalendarEvent item, int status)
    {
        var address = GraphMailboxes.AddressOf(tenant, request.Argument(0))!;
        return GraphTimes.Preferred(request) is { } zone
            ? new GraphReply { Status = status, Json = writer => EventJson.Write(writer, item, request, zone, address, $"users('{request.Argument(0)}')/events/$entity") }
            : GraphReply.Error(400, "ErrorInvalidTimeZone", "The preferred time zone isn't known.");
    }
}
