using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Finds people in the directory by what somebody typed, and names by id.</summary>
internal sealed class ColleagueSearch(GraphTransport transport, GraphPages pages)
{
    private const int MaxFound = 10;

    // Graph's largest page.
    private const int MaxPageSize = 999;

    // Graph's limit for one filter.
    private const int MaxIds = 15;

    /// <summary>
    /// At most ten people whose name equals or begins with what was typed (see <see cref="NameWords"/>), or whose address it is.
    /// </summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<IReadOnlyList<DirectoryPerson>> SearchAsync(string typed, CancellationToken cancellationToken)
    {
        var text = TypedText.WithoutInvisible(typed).Trim();
        if (text.Length == 0)
        {
            return [];
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return await ListAsync($"mail eq '{Quoted(text)}' or userPrincipalName eq '{Quoted(text)}'", MaxFound, cancellationToken);
        }

        // Usually one request; the others are sent only when it finds nobody.
        foreach (var beginning in NameWords.Beginnings(text))
        {
            if (await ListAsync(BeginsWith(beginning), MaxFound, cancellationToken) is { Count: > 0 } found)
            {
                return found;
            }
        }

        var near = new List<DirectoryPerson>();
        foreach (var beginning in NameWords.LooseBeginnings(text))
        {
            var candidates = await ListAsync(BeginsWith(beginning), MaxPageSize, cancellationToken);
            near.AddRange(candidates.Where(person => NameWords.Fit(person.DisplayName, text)));
        }

        return [.. near.DistinctBy(person => person.Id).OrderBy(person => person.DisplayName, StringComparer.Ordinal).Take(MaxFound)];
    }

    private static string BeginsWith(string text) => $"startswith(displayName,'{Quoted(text)}')";

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>The names of the given people who are in the directory with an enabled account.</summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in ids.Chunk(MaxIds))
        {
            foreach (var person in await ListAsync(FilterOf(some), MaxIds, cancellationToken))
            {
                names[person.Id] = person.DisplayName;
            }
        }

        return names;
    }

    /// <summary>Which of the given people are in the directory, except those whose account is disabled.</summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer, or one without properties.</exception>
    public async Task<IReadOnlySet<string>> PresentAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in ids.Chunk(MaxIds))
        {
            var rows = await RowsAsync(FilterOf(some), MaxIds, UserRow.SelectPresence, cancellationToken);
            present.UnionWith(rows.Where(row => row.AccountEnabled != false).Select(row => row.Id!));
        }

        return present;
    }

    private static string FilterOf(IEnumerable<string> ids) => $"id in ({string.Join(',', ids.Select(id => $"'{id}'"))})";

    private async Task<IReadOnlyList<DirectoryPerson>> ListAsync(string filter, int top, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(filter, top, UserRow.SelectFound, cancellationToken))
            .Where(row => row is { AccountEnabled: true, UserPrincipalName: not null }).Select(row => row.ToPerson(null))];

    private async Task<IReadOnlyList<UserRow>> RowsAsync(string filter, int most, string[] fields, CancellationToken cancellationToken)
    {
        var rows = new List<UserRow>();
        await foreach (var read in pages.ReadAsync(
            "people search",
            client => client.Users.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Filter = filter;
                request.QueryParameters.Select = fields;
                request.QueryParameters.Top = most;
            }),
            cancellationToken))
        {
            var page = MemberPage.Read(read);
            if (page.IsBare || page.Unreadable > 0)
            {
                throw transport.Fail(read.Answer, GraphFailure.Denied);
            }

            rows.AddRange(page.Rows);
            if (rows.Count >= most)
            {
                break;
            }
        }

        return [.. rows.Take(most)];
    }
}
