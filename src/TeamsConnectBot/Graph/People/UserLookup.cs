using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads properties of users by id: 15 ids per filter (Graph's limit), and a batch of filters per request.</summary>
internal sealed class UserLookup(GraphTransport transport, GraphBatch batch, GraphPages pages, IOptions<GraphOptions> options)
{
    private const int IdsPerFilter = 15;

    /// <param name="route">The kind of call, for the log.</param>
    /// <param name="query">What to read of each user: the rest of the query, such as <c>$select=id,mail</c>, already escaped.</param>
    /// <param name="ids">Whom to read.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The rows that could be read; someone unknown to the directory is absent.</returns>
    /// <exception cref="GraphUnavailableException">A request as a whole could not be read.</exception>
    public async Task<IReadOnlyList<UserRow>> ReadAsync(
        string route, string query, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var rows = new List<UserRow>();
        foreach (var filters in ids.Chunk(IdsPerFilter).Chunk(options.Value.BatchSize))
        {
            var outcome = await batch.SendAsync(route, [.. filters.Select(filter => Part(query, filter))], cancellationToken);
            foreach (var answer in outcome.Answers)
            {
                if (!answer.IsSuccess)
                {
                    throw transport.Fail(
                        route, GraphTransport.FailureOf(answer.Status) ?? GraphFailure.Rejected, answer.Status, null, null);
                }

                var read = pages.FromAsync(new GraphAnswer(route, answer.Status, answer.Body), cancellationToken);
                rows.AddRange(await read.SelectMany(page => MemberPage.Read(page).Rows).ToListAsync(cancellationToken));
            }
        }

        return rows;
    }

    private static BatchPart Part(string query, string[] ids)
    {
        var list = string.Join(',', ids.Select(id => $"'{id.Replace("'", "''", StringComparison.Ordinal)}'"));
        return new BatchPart("GET", $"/users?$filter={Uri.EscapeDataString($"id in ({list})")}&{query}&$top={IdsPerFilter}");
    }
}
