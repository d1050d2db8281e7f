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
    private const string MembersRoute = "group members";
    private const string PersonRoute = "person";
    private const int PageSize = 999;

    /// <summary>Everyone in a group, nested groups included, each once, page by page.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="hireDates">Whether to ask, too, when each began: only where a rule in force needs it.</param>
    /// <exception cref="GraphUnavailableException">The group, a page or a manager could not be read; what came before stands, but is not the whole group.</exception>
    public async IAsyncEnumerable<DirectoryPerson> ReadMembersAsync(
        string groupId, [EnumeratorCancellation] CancellationToken cancellationToken, bool hireDates = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var read in pages.ReadAsync(MembersRoute, client => FirstPage(client, groupId, hireDates), cancellationToken))
        {
            var page = MemberPage.Read(read);
            if (page.IsBare)
            {
                throw transport.Fail(read.Answer, GraphFailure.Denied);
            }

            var rows = page.Rows.Where(r => r.UserPrincipalName is not null && seen.Add(r.Id!)).ToList();
            var managerOf = await managers.ReadAsync(rows.Select(r => r.Id!), cancellationToken);
            var known = rows.Where(r => managerOf.ContainsKey(r.Id!)).ToList();
            ReportLeftOut(read.Answer, page.Unreadable + page.Rows.Count(r => r.UserPrincipalName is null) + rows.Count - known.Count);
            foreach (var row in known)
            {
                yield return row.ToPerson(managerOf[row.Id!]);
            }
        }
    }

    /// <summary>One person, or null when the directory has none with that id.</summary>
    /// <exception cref="GraphUnavailableException">The person could not be read.</exception>
    public async Task<DirectoryPerson?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var answer = await transport.SendAsync(PersonRoute, client => client.Users[id].ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = UserRow.Select;
            request.QueryParameters.Expand = ["manager($select=id)"];
        }), cancellationToken);
        if (answer.IsGone)
        {
            return null;
        }

        var row = ReadRow(answer);
        return row.UserPrincipalName is null ? throw transport.Fail(answer, GraphFailure.Denied) : row.ToPerson(row.Manager?.Id);
    }

    private static RequestInformation FirstPage(GraphServiceClient client, string groupId, bool hireDates) =>
        client.Groups[groupId].TransitiveMembers.GraphUser.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = hireDates ? UserRow.SelectWithHireDate : UserRow.Select;
            request.QueryParameters.Top = PageSize;
            request.QueryParameters.Count = true;
            request.Headers.Add("ConsistencyLevel", "eventual");
        });

    private UserRow ReadRow(GraphAnswer answer)
    {
        Expect(answer);
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

    private void ReportLeftOut(GraphAnswer answer, int people)
    {
        if (people > 0)
        {
            Log.PeopleLeftOut(logger, people, answer.RequestId);
        }
    }

    private void Expect(GraphAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, answer.IsGone ? GraphFailure.NotFound : GraphFailure.Rejected);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{People} group members on a page, or their managers, could not be read and are left out (request-id {RequestId})")]
        public static partial void PeopleLeftOut(ILogger logger, int people, string? requestId);
    }
}
