using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads people from the directory.</summary>
internal sealed partial class GraphDirectory(
    GraphTransport transport, GraphPages pages, ManagerLookup managers, ILogger<GraphDirectory> logger)
{
    private const int PageSize = 999;

    /// <summary>Everyone in a group, nested groups included, each once, page by page.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <param name="hireDates">Whether to read when each person joined the organisation: only where a rule in force needs it.</param>
    /// <exception cref="GraphUnavailableException">The group, a page or a manager could not be read; the people returned so far are not the
    /// whole group.</exception>
    public async IAsyncEnumerable<DirectoryPerson> ReadMembersAsync(
        string groupId, [EnumeratorCancellation] CancellationToken cancellationToken, bool hireDates = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var fields = hireDates ? UserRow.SelectWithHireDate : UserRow.Select;
        await foreach (var read in pages.ReadAsync("group members", client => MembersPage(client, groupId, fields), cancellationToken))
        {
            var page = MemberPage.Read(read);
            if (page.IsBare)
            {
                throw transport.Fail(read.Answer, GraphFailure.Denied);
            }

            var rows = page.Rows.Where(r => r.UserPrincipalName is not null && seen.Add(r.Id!)).ToList();
            var managerOf = await managers.ReadAsync(rows.Select(r => r.Id!), cancellationToken);
            var known = rows.Where(r => managerOf.ContainsKey(r.Id!)).ToList();
            var skipped = page.Unreadable + page.Rows.Count(r => r.UserPrincipalName is null) + rows.Count - known.Count;
            if (skipped > 0)
            {
                Log.PeopleLeftOut(logger, skipped, read.Answer.RequestId);
            }

            foreach (var row in known)
            {
                yield return row.ToPerson(managerOf[row.Id!]);
            }
        }
    }

    /// <summary>Asks for one member of a group, to learn whether the members can be read; who it is, is not looked at.</summary>
    /// <exception cref="GraphUnavailableException">They could not be read.</exception>
    public async Task TryMembersAsync(string groupId, CancellationToken cancellationToken)
    {
        await foreach (var read in pages.ReadAsync(
            "group members", client => MembersPage(client, groupId, UserRow.Select, pageSize: 1), cancellationToken))
        {
            if (MemberPage.Read(read).IsBare)
            {
                throw transport.Fail(read.Answer, GraphFailure.Denied);
            }

            return;
        }
    }

    /// <summary>One person, or null when the directory has none with that id.</summary>
    /// <exception cref="GraphUnavailableException">The person could not be read.</exception>
    public async Task<DirectoryPerson?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var answer = await transport.SendAsync("person", client => client.Users[id].ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = UserRow.Select;
            request.QueryParameters.Expand = ["manager($select=id)"];
        }), cancellationToken);
        if (!transport.Exists(answer))
        {
            return null;
        }

        var row = ReadRow(answer);
        return row.UserPrincipalName is null ? throw transport.Fail(answer, GraphFailure.Denied) : row.ToPerson(row.Manager?.Id);
    }

    /// <summary>Requests the first page of a group's members, nested groups included.</summary>
    public static RequestInformation MembersPage(
        GraphServiceClient client, string groupId, string[] fields, int pageSize = PageSize) =>
        client.Groups[groupId].TransitiveMembers.GraphUser.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = fields;
            request.QueryParameters.Top = pageSize;
            request.QueryParameters.Count = true;
            request.Headers.Add("ConsistencyLevel", "eventual");
        });

    private UserRow ReadRow(GraphAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize<UserRow>(answer.Body.Span, JsonSlices.Lenient) is { Id: not null } row
                ? row
                : throw transport.Fail(answer, GraphFailure.Unreadable);
        }
        catch (JsonException e)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "{People} group members on a page, or their managers, could not be read and are left out (request-id {RequestId})")]
        public static partial void PeopleLeftOut(ILogger logger, int people, string? requestId);
    }
}
