using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Finds people of the directory by what somebody typed, and the names that go with ids.</summary>
internal sealed class ColleagueSearch(GraphTransport transport, GraphPages pages)
{
    private const string Route = "people search";
    private const int MostFound = 10;

    // Graph's largest page.
    private const int MostLookedAt = 999;

    // Graph's limit for one filter.
    private const int MostIds = 15;

    /// <summary>
    /// People whose name is, or begins with, what was typed, as <see cref="NameWords"/> reads it, or whose address it is; ten at
    /// most.
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
            var address = Quoted(text);
            return await ListAsync($"mail eq '{address}' or userPrincipalName eq '{address}'", MostFound, cancellationToken);
        }

        // One question usually; the others only where it finds nobody.
        foreach (var beginning in NameWords.Beginnings(text))
        {
            if (await ListAsync(BeginsWith(beginning), MostFound, cancellationToken) is { Count: > 0 } found)
            {
                return found;
            }
        }

        var near = new Dictionary<string, DirectoryPerson>(StringComparer.OrdinalIgnoreCase);
        foreach (var beginning in NameWords.LooseBeginnings(text))
        {
            foreach (var person in (await ListAsync(BeginsWith(beginning), MostLookedAt, cancellationToken)).Where(person => NameWords.Fit(person.DisplayName, text)))
            {
                near[person.Id] = person;
            }
        }

        return [.. near.Values.OrderBy(person => person.DisplayName, StringComparer.Ordinal).Take(MostFound)];
    }

    private static string BeginsWith(string text) => $"startswith(displayName,'{Quoted(text)}')";

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>The names of those of some people whom the directory has, with accounts that are on.</summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer.</exception>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in ids.Chunk(MostIds))
        {
            foreach (var person in await ListAsync(FilterOf(some), MostIds, cancellationToken))
            {
                names[person.Id] = person.DisplayName;
            }
        }

        return names;
    }

    /// <summary>Those of some people whom the directory has and whose account is not known to be off.</summary>
    /// <exception cref="GraphUnavailableException">Graph gave no usable answer, also when it left out every property.</exception>
    public async Task<IReadOnlySet<string>> PresentAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in ids.Chunk(MostIds))
        {
            present.UnionWith((await RowsAsync(FilterOf(some), MostIds, UserRow.SelectPresence, cancellationToken)).Where(row => row.AccountEnabled != false).Select(row => row.Id!));
        }

        return present;
    }

    private static string FilterOf(IEnumerable<string> ids) => $"id in ({string.Join(',', ids.Select(id => $"'{id}'"))})";

    private async Task<IReadOnlyList<DirectoryPerson>> ListAsync(string filter, int top, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(filter, top, UserRow.SelectFound, cancellationToken)).Where(row => row is { AccountEnabled: true, UserPrincipalName: not null }).Select(row => row.ToPerson(null))];

    private async Task<IReadOnlyList<UserRow>> RowsAsync(string filter, int most, string[] fields, CancellationToken cancellationToken)
    {
        var rows = new List<UserRow>();
        await foreach (var read in pages.ReadAsync(
            Route,
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
