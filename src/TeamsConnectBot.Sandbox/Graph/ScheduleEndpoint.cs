using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary><c>getSchedule</c>: free/busy, zone and working hours of up to 20 addresses.</summary>
internal sealed class ScheduleEndpoint(SandboxTenant tenant, SandboxOptions options)
{
    private const int MostAddresses = 20;
    private const int ShortestInterval = 5;
    private const int LongestInterval = 1440;
    private const int DefaultInterval = 30;

    private static readonly Duration LongestPeriod = Duration.FromDays(62);
    private static readonly GraphContract Contract = GraphContract.Action("getScheduleParameters", "scheduleInformation");
    private static readonly string[] MayRead = ["Calendars.ReadBasic.All", "Calendars.Read", "Calendars.ReadWrite"];

    public IEnumerable<GraphRoute> Routes =>
    [
        new("POST", "users/{id}/calendar/getSchedule", "getSchedule", MayRead, Answer, Contract),
        new("POST", "users/{id}/calendar/microsoft.graph.getSchedule", "getSchedule", MayRead, Answer, Contract),
    ];

    private GraphReply Answer(GraphCall request)
    {
        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } noMailbox)
        {
            return noMailbox;
        }

        if (request.Body is not { } body || body.List("schedules") is not { } schedules)
        {
            return Refuse("ErrorInvalidRequest", "The schedules parameter is missing.");
        }

        if (schedules.Length is 0 or > MostAddresses)
        {
            return Refuse("ErrorInvalidRequest", $"The number of schedules must be between 1 and {MostAddresses}.");
        }

        var interval = body.Number("availabilityViewInterval") ?? DefaultInterval;
        if (interval is < ShortestInterval or > LongestInterval)
        {
            return Refuse(
                "ErrorInvalidMergedFreeBusyInterval",
                $"The availabilityViewInterval must be between {ShortestInterval} and {LongestInterval}.");
        }

        if (GraphTimes.Read(body.Property("startTime")) is not var (start, _)
            || GraphTimes.Read(body.Property("endTime")) is not var (end, _))
        {
            return Refuse("ErrorInvalidRequest", "The startTime or endTime can't be read.");
        }

        if (end <= start || end - start >= LongestPeriod)
        {
            return Refuse(
                "ErrorTimeIntervalTooBig",
                "The requested time duration specified for FreeBusyViewOptions.TimeWindow is not within the allowed limits.");
        }

        if (GraphTimes.Preferred(request) is not { } zone)
        {
            return GraphTimes.UnknownZone;
        }

        var json = new ScheduleJson(start, end, interval, zone, options.SeesSubjects);
        var addresses = schedules.Select(address => address.GetString() ?? "").ToList();
        return GraphReply.List(
            request, "Collection(microsoft.graph.scheduleInformation)", addresses,
            (writer, address) => WriteSchedule(writer, json, address));
    }

    private void WriteSchedule(Utf8JsonWriter writer, ScheduleJson json, string address)
    {
        if (tenant.People.ByAddress(address) is { HasMailbox: true } person)
        {
            if (!options.ConsentsToCalendarsInEntra && !options.InExchangeScope(person))
            {
                ScheduleJson.WriteRefused(writer, address);
                return;
            }

            json.Write(writer, address, tenant.Calendar.EventsOf(person, json.Start, json.End), person);
        }
        else if (string.Equals(address, tenant.Identity.ServiceMailbox, StringComparison.OrdinalIgnoreCase))
        {
            json.Write(writer, address, tenant.Calendar.ServiceEventsOf(address, json.Start, json.End), null);
        }
        else
        {
            ScheduleJson.WriteUnknown(writer, address);
        }
    }

    private static GraphReply Refuse(string code, string message) => GraphReply.Error(400, code, message);
}
