using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>The mail addresses of people known by id, to invite them: 15 people a filter (its limit), and a batch of filters a request.</summary>
internal sealed class GraphMails(GraphTransport transport, GraphBatch batch, GraphPages pages, IOptions<GraphOptions> options)
{
    private const string Route = "mail addresses";
    private const int IdsPerFilter = 15;

    /// <summary>Whoever has no mailbox, or is unknown to the directory, is absent.</summary>
    /// <exception cref="GraphUnavailableException">They could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var mails = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var filters in ids.Chunk(IdsPerFilter).Chunk(options.Value.BatchSize))
        {
            var outcome = await batch.SendAsync(Route, [.. filters.Select(Part)], cancellationToken);
            foreach (var row in (await RowsAsync(outcome.Answers, cancellationToken)).Where(row => !string.IsNullOrWhiteSpace(row.Mail)))
            {
                mails[row.Id!] = row.Mail!;
            }
        }

        return mails;
    }

    private static BatchPart Part(string[] ids)
    {
        var list = string.Join(',', ids.Select(id => $"'{id.Replace("'", "''", StringComparison.Ordinal)}'"));
        return new BatchPart("GET", $"/users?$filter={Uri.EscapeDataString($"id in ({list})")}&$select=id,mail&$top={IdsPerFilter}");
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
