using System.Net;
using System.Text.Json;
using Microsoft.Graph.Models;
using NodaTime.Text;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using static TeamsConnectBot.Graph.Events.EventBody;

namespace TeamsConnectBot.Graph.Events;

/// <summary>
/// Recurring events of the service mailbox. <see cref="GraphEvents"/> moves and cancels single occurrences, like any other event.
/// </summary>
internal sealed class GraphSeries(GraphTransport transport, GraphPages pages, IOptions<GraphOptions> options)
{
    private const int PageSize = 200;

    private string Mailbox => options.Value.ServiceMailbox;

    /// <summary>Creates the series, or finds the one that an earlier attempt with the same transaction id created.</summary>
    /// <exception cref="GraphUnavailableException">It is unknown whether it exists; calling again creates no second one.</exception>
    public async Task<string> CreateAsync(NewSeries series, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(
            "create series", client => InUtc(client.Users[Mailbox].Events.ToPostRequestInformation(Create(series))), cancellationToken);
        return answer.Status is HttpStatusCode.Conflict
            ? await FindAsync(series, cancellationToken) ?? throw transport.Fail(answer, GraphFailure.Rejected)
            : EventRow.Read(transport.Require(answer).Body)?.Id ?? throw transport.Fail(answer, GraphFailure.Unreadable);
    }

    /// <summary>Updates the series. A new recurrence discards what was moved or cancelled under the old one.</summary>
    /// <returns>False when it no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is unknown whether it changed; calling again is harmless.</exception>
    public Task<bool> UpdateAsync(string id, NewSeries series, CancellationToken cancellationToken) =>
        PatchAsync("update series", id, () => Update(series), cancellationToken);

    /// <summary>Updates only who is invited. Graph mails those who are new or gone, and nobody else.</summary>
    /// <returns>False when the series no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">It is unknown whether it changed; calling again is harmless.</exception>
    public Task<bool> InviteAsync(string id, NewSeries series, CancellationToken cancellationToken) =>
        PatchAsync("invite to series", id, () => Invite(series), cancellationToken);

    /// <summary>Its occurrences between two moments; none when it no longer exists.</summary>
    /// <exception cref="GraphUnavailableException">They could not be read.</exception>
    public async Task<IReadOnlyList<SeriesInstance>> ReadInstancesAsync(string id, Interval window, CancellationToken cancellationToken) =>
        await pages.ReadAsync(
            "series instances",
            client => InUtc(client.Users[Mailbox].Events[id].Instances.ToGetRequestInformation(request =>
            {
                request.QueryParameters.StartDateTime = InstantPattern.General.Format(window.Start);
                request.QueryParameters.EndDateTime = InstantPattern.General.Format(window.End);
                request.QueryParameters.Select = ["id", "start", "originalStart"];
                request.QueryParameters.Top = PageSize;
            })),
            cancellationToken,
            goneIsEmpty: true).SelectMany(Read).ToListAsync(cancellationToken);

    private async Task<bool> PatchAsync(string route, string id, Func<Event> body, CancellationToken cancellationToken) =>
        transport.Exists(await transport.SendAsync(
            route, client => InUtc(client.Users[Mailbox].Events[id].ToPatchRequestInformation(body())), cancellationToken));

    private IEnumerable<SeriesInstance> Read(GraphPage page)
    {
        try
        {
            var rows = page.Items.Select(item => JsonSerializer.Deserialize<InstanceRow>(item.Span, JsonSlices.Lenient));
            return [.. rows.Select(row => row?.ToInstance()).OfType<SeriesInstance>()];
        }
        catch (JsonException e)
        {
            throw transport.Fail(page.Answer, GraphFailure.Unreadable, e);
        }
    }

    // Graph cannot filter on transactionId, so events are compared here, the newest first.
    private async Task<string?> FindAsync(NewSeries series, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.ReadAsync(
            "find series",
            client => InUtc(client.Users[Mailbox].Events.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Select = ["id", "transactionId"];
                request.QueryParameters.Orderby = ["createdDateTime desc"];
                request.QueryParameters.Top = PageSize;
            })),
            cancellationToken))
        {
            if (page.Items.Select(EventRow.Read).FirstOrDefault(row => row?.TransactionId == series.TransactionId)?.Id is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private sealed record InstanceRow(string? Id, MailboxTime? Start, DateTimeOffset? OriginalStart)
    {
        public SeriesInstance? ToInstance() => Id is not null && Start?.ToInstant() is { } start
            ? new SeriesInstance(Id, OriginalStart is { } original ? Instant.FromDateTimeOffset(original) : start, start)
            : null;
    }
}
