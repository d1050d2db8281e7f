using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Events: created, changed and cancelled in the service mailbox only; read in any mailbox.</summary>
internal sealed class EventEndpoints(SandboxTenant tenant, SandboxOptions options)
{
    private const int DefaultPage = 10;
    private const int MostPerPage = 1000;

    private static readonly string[] MayRead = ["Calendars.ReadBasic.All", "Calendars.Read", "Calendars.ReadWrite"];
    private static readonly string[] MayWrite = ["Calendars.ReadWrite"];
    private static readonly GraphContract Reading = GraphContract.One("event");
    private static readonly GraphContract Writing = GraphContract.One("event", "event");
    private static readonly GraphContract Listing = GraphContract.Calendar("event");
    private static readonly GraphContract Cancelling = GraphContract.Action("cancelParameters");

    private long number;

    public IEnumerable<GraphRoute> Routes => ((string[])["users/{id}", "users/{id}/calendar"]).SelectMany(mailbox => new GraphRoute[]
    {
        new("POST", mailbox + "/events", "event.create", MayWrite, Create, Writing),
        new("GET", mailbox + "/events", "event.list", MayRead, List, Listing),
        new("GET", mailbox + "/events/{event}", "event.get", MayRead, Get, Reading),
        new("PATCH", mailbox + "/events/{event}", "event.update", MayWrite, Update, Writing),
        new("DELETE", mailbox + "/events/{event}", "event.delete", MayWrite, request => Remove(request, 204)),
        new("POST", mailbox + "/events/{event}/cancel", "event.cancel", MayWrite, request => Remove(request, 202), Cancelling),
        new("GET", mailbox + "/events/{event}/instances", "event.instances", MayRead, Instances, Listing),
        new("GET", mailbox + "/calendarView", "calendarView", MayRead, View, Listing),
    });

    private static GraphReply NoSuchEvent => GraphReply.Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    private static GraphReply NoWindow =>
        Invalid("This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.");

    private GraphReply Create(GraphCall request)
    {
        if (GraphMailboxes.WriteRefusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        if (ReadNew(request) is not { } item)
        {
            return Invalid("The event's start, end or recurrence is missing or can't be read.");
        }

        if (item.End < item.Start)
        {
            return GraphReply.Error(400, "ErrorCalendarEndDateIsEarlierThanStartDate", "The end date is earlier than the start date.");
        }

        var (made, isNew) = tenant.Calendar.Create(item);
        if (isNew)
        {
            tenant.Mails.TellCreated(made);
        }

        return (isNew ? DuplicateTransaction.Created : options.DuplicateTransaction) switch
        {
            DuplicateTransaction.Created => WriteOne(request, made, 201),
            DuplicateTransaction.Ok => WriteOne(request, made),
            _ => GraphReply.Error(409, "ErrorDuplicateTransactionId", "An event with this transactionId exists."),
        };
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
        var name = transactionId ?? Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture);
        // A transaction id can be reused once its event has been deleted, so it alone does not give a unique id.
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {tenant.Calendar.Created}")));
        return new CalendarEvent
        {
            Id = "AAMkAGI1" + hash.Replace('+', '-').Replace('/', '_'),
            Organiser = tenant.Identity.ServiceMailbox,
            TransactionId = transactionId,
            Start = default,
            End = default,
            Created = tenant.Now,
            Modified = tenant.Now,
        };
    }

    private GraphReply Get(GraphCall request) => Find(request, out var item) ?? WriteOne(request, item!);

    private GraphReply Update(GraphCall request)
    {
        if ((GraphMailboxes.WriteRefusal(tenant, request.Argument(0)) ?? Find(request, out _)) is { } refusal)
        {
            return refusal;
        }

        if (request.Body is not { } body)
        {
            return Invalid("The body is missing.");
        }

        if (options.RefusesZoneOfSeries && tenant.Calendar.Find(request.Argument(1)) is { Recurrence: not null } series
            && GraphTimes.Read(body.Property("start")) is { } start && start.Zone != series.OriginalZone)
        {
            return GraphReply.Error(400, "ErrorPropertyValidationFailure", "At least one property failed validation.");
        }

        try
        {
            CalendarEvent? before = null;
            var changed = tenant.Calendar.Update(request.Argument(1), item => Changed(before = item, body));
            if (changed is null)
            {
                return NoSuchEvent;
            }

            tenant.Mails.TellChanged(before!, changed, IsAttendeesOnly(body));
            return WriteOne(request, changed);
        }
        catch (FormatException)
        {
            return Invalid("The event's start or end can't be read.");
        }
    }

    private CalendarEvent Changed(CalendarEvent item, JsonElement body) =>
        EventReading.Read(body, item) is { } read ? read with { Modified = tenant.Now } : throw new FormatException("start or end");

    // Annotations, such as the type, are no properties.
    private static bool IsAttendeesOnly(JsonElement body) => body.EnumerateObject().Select(property => property.Name)
        .Where(name => !name.StartsWith('@')).SequenceEqual(["attendees"]);

    private GraphReply Remove(GraphCall request, int status)
    {
        CalendarEvent? item = null;
        if ((GraphMailboxes.WriteRefusal(tenant, request.Argument(0)) ?? Find(request, out item)) is { } refusal)
        {
            return refusal;
        }

        if (!tenant.Calendar.Remove(request.Argument(1)))
        {
            return NoSuchEvent;
        }

        tenant.Mails.TellDeleted(item!);
        return GraphReply.Empty(status);
    }

    // A series is listed as itself, not as its occurrences.
    private GraphReply List(GraphCall request) => Page(request, address => tenant.Calendar.Live.Where(item => item.IsIn(address)));

    private GraphReply View(GraphCall request) => Window(request) is var (from, to)
        ? Page(request, address => tenant.Calendar.ServiceEventsOf(address, from, to).Select(item => item.Event!))
        : NoWindow;

    private GraphReply Instances(GraphCall request)
    {
        if (Find(request, out var series) is { } refusal)
        {
            return refusal;
        }

        return Window(request) is not var (from, to) ? NoWindow
            : series!.Recurrence is null ? Invalid("The event is not a series master.")
            : Page(request, _ => SeriesOccurrences.Between(series, from, to));
    }

    private static (Instant From, Instant To)? Window(GraphCall request) =>
        GraphTimes.ReadQuery(request.Option("startDateTime")) is { } from && GraphTimes.ReadQuery(request.Option("endDateTime")) is { } to
            ? (from, to)
            : null;

    private static IReadOnlyList<CalendarEvent> Ordered(GraphOrder? order, IEnumerable<CalendarEvent> events) => order is null
        ? [.. events]
        : order.Property.ToUpperInvariant() switch
        {
            "SUBJECT" => order.Apply(events, item => item.Subject, StringComparer.CurrentCultureIgnoreCase),
            "CREATEDDATETIME" => order.Apply(events, item => item.Created),
            "LASTMODIFIEDDATETIME" => order.Apply(events, item => item.Modified),
            "END/DATETIME" => order.Apply(events, item => item.End),
            _ => order.Apply(events, item => item.Start),
        };

    private GraphReply Page(GraphCall request, Func<string, IEnumerable<CalendarEvent>> eventsOf)
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
        return GraphTimes.Preferred(request) is { } zone
            ? Paging.Page(
                request, Ordered(GraphOrder.Read(request), eventsOf(address)), $"users('{request.Argument(0)}')/events", DefaultPage,
                MostPerPage, (writer, item) => EventJson.Describe(item, request, zone, address).WriteTo(writer))
            : GraphTimes.UnknownZone;
    }

    private GraphReply? Find(GraphCall request, out CalendarEvent? item)
    {
        item = null;
        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        item = tenant.Calendar.Find(request.Argument(1));
        return item?.IsIn(GraphMailboxes.AddressOf(tenant, request.Argument(0))) == true ? null : NoSuchEvent;
    }

    private GraphReply WriteOne(GraphCall request, CalendarEvent item, int status = 200)
    {
        var address = GraphMailboxes.AddressOf(tenant, request.Argument(0))!;
        return GraphTimes.Preferred(request) is { } zone
            ? GraphReply.One(
                request, $"users('{request.Argument(0)}')/events/$entity", EventJson.Describe(item, request, zone, address), status)
            : GraphTimes.UnknownZone;
    }

    private static GraphReply Invalid(string message) => GraphReply.Error(400, "ErrorInvalidRequest", message);
}
