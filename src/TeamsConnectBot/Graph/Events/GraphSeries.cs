using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Events;

/// <summary>Recurring events of the service mailbox. Single times of them are moved and cancelled like any event, by <see cref="GraphEvents"/>.</summary>
internal sealed class GraphSeries(GraphTransport transport, GraphPages pages, IOptions<GraphOptions> options)
{
    private const string CreateRoute = "create series";
    private const string FindRoute = "find series";
    private const string UpdateRoute = "update series";
    private const string InstancesRoute = "series instances";
    private const int PageSize = 200;

    private static readonly string[] InstanceFields = ["id", "start", "originalStart"];

    private string Mailbox => options.Value.ServiceMailbox;

    /// <summary>Makes the series, or finds the one an earlier attempt with the same transaction id made.</summary>
    /// <exception cref="GraphUnavailableException">It is not known whether it exists; calling again makes no second one.</exception>
    public async Task<string> CreateAsync(NewSeries series, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(CreateRoute, client => InUtc(client.Users[Mailbox].Events.ToPostRequestInformation(SeriesBody.Create(series))), cancellationToken);
        if (answer.Status is HttpStatusCode.Conflict)
        {
            return await FindAsync(series, cancellationToken) ?? throw transport.Fail(answer, GraphFailure.Rejected);
        }

        Expect(answer);
        return EventRow.Read(answer.Body)?.Id ?? throw transport.Fail(answer, GraphFailure.Unreadable);
    }

    /// <summary>Brings the series in line. A new recurrence forgets what was moved or cancelled of the old one.</summary>
    /// <returns>False when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is not known whether it changed; calling again is harmless.</exception>
    public async Task<bool> UpdateAsync(string id, NewSeries series, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(UpdateRoute, client => InUtc(client.Users[Mailbox].Events[id].ToPatchRequestInformation(SeriesBody.Update(series))), cancellationToken);
        if (answer.IsGone)
        {
            return false;
        }

        Expect(answer);
        return true;
    }

    /// <summary>Its times between two moments; none when it no longer exists.</summary>
    /// <exception cref="GraphUnavailableException">They could not be read.</exception>
    public async Task<IReadOnlyList<SeriesInstance>> ReadInstancesAsync(string id, Interval window, CancellationToken cancellationToken)
    {
        var instances = new List<SeriesInstance>();
        await foreach (var page in pages.ReadAsync(
            InstancesRoute,
            client => InUtc(client.Users[Mailbox].Events[id].Instances.ToGetRequestInformation(request =>
            {
                request.QueryParameters.StartDateTime = InstantPattern.General.Format(window.Start);
                request.QueryParameters.EndDateTime = InstantPattern.General.Format(window.End);
                request.QueryParameters.Select = InstanceFields;
                request.QueryParameters.Top = PageSize;
            })),
            cancellationToken,
            goneIsEmpty: true))
        {
            instances.AddRange(Read(page));
        }

        return instances;
    }

    private IEnumerable<SeriesInstance> Read(GraphPage page)
    {
        try
        {
            return [.. page.Items.Select(item => JsonSerializer.Deserialize<InstanceRow>(item.Span, JsonSlices.Lenient)?.ToInstance()).OfType<SeriesInstance>()];
        }
        catch (JsonException e)
        {
            throw transport.Fail(page.Answer, GraphFailure.Unreadable, e);
        }
    }

    // transactionId cannot be filtered on, so the newest are compared here first.
    private async Task<string?> FindAsync(NewSeries series, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.ReadAsync(FindRoute, client => InUtc(client.Users[Mailbox].Events.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = ["id", "transactionId"];
            request.QueryParameters.Orderby = ["createdDateTime desc"];
            request.QueryParameters.Top = PageSize;
        })), cancellationToken))
        {
            if (page.Items.Select(EventRow.Read).FirstOrDefault(row => row?.TransactionId == series.TransactionId)?.Id is { } found)
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

    private sealed record InstanceRow(string? Id, MailboxTime? Start, DateTimeOffset? OriginalStart)
    {
        public SeriesInstance? ToInstance() => Id is not null && Start?.ToInstant() is { } start
            ? new SeriesInstance(Id, OriginalStart is { } original ? Instant.FromDateTimeOffset(original) : start, start)
            : null;
    }
}
