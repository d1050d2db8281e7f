using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>
/// Who manages whom. Graph does not combine <c>$expand</c> with the advanced queries that group members need, so managers
/// come by id: 15 people a filter (its limit) and 20 filters a batch.
/// </summary>
internal sealed class ManagerLookup(GraphTransport transport, GraphBatch batch, GraphPages pages, IOptions<GraphOptions> options)
{
    private const string Route = "managers";
    private const int IdsPerFilter = 15;

    /// <summary>
    /// The manager's id by person, null where the directory names none. A person whose row is missing or unreadable is
    /// absent: nobody may be matched with a manager because a lookup failed.
    /// </summary>
    /// <exception cref="GraphUnavailableException">A whole request could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var managers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var filters in ids.Chunk(IdsPerFilter).Chunk(options.Value.BatchSize))
        {
            var outcome = await batch.SendAsync(Route, [.. filters.Select(Part)], cancellationToken);
            foreach (var row in (await RowsAsync(outcome.Answers, cancellationToken)).Where(r => r.Manager is null or { Id: not null }))
            {
                managers[row.Id!] = row.Manager?.Id;
            }
        }

        return managers;
    }

    private static BatchPart Part(string[] ids)
    {
        var list = string.Join(',', ids.Select(id => $"'{id.Replace("'", "''", StringComparison.Ordinal)}'"));
        return new BatchPart("GET", $"/users?$filter={Uri.EscapeDataString($"id in ({list})")}&$select=id&$expand={Uri.EscapeDataString("manager($select=id)")}&$top={IdsPerFilter}");
    }

    private async Task<List<UserRow>> RowsAsync(IEnumerable<BatchAnswer> answers, CancellationToken cancellationToken)
    {
        var rows = new List<UserRow>();
        foreach (var answer in answers)
        {
            if (!answer.IsSuccess)
            {
                throw transport.Fail(Route, GraphTransport.FailureOf(answer.Status) ?? GraphFailure.Rejected, answer.Status, null, null);
            }

            await foreach (var page in pages.FromAsync(new GraphAnswer(Route, answer.Status, answer.Body, null, null, 0), cancellationToken))
            {
                rows.AddRange(MemberPage.Read(page).Rows);
            }
        }

        return rows;
    }
}
