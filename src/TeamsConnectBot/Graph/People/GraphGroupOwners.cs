using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Who owns a team, by its group.</summary>
internal sealed class GraphGroupOwners(GraphTransport transport)
{
    private const string Route = "group owners";

    // A team has at most 100 owners, so one page holds them.
    private const int PageSize = 200;

    /// <returns>People only, and nobody when the group is gone.</returns>
    /// <exception cref="GraphUnavailableException">The owners could not be read.</exception>
    public async Task<IReadOnlyList<GroupOwner>> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var answer = await transport.SendAsync(Route, client => client.Groups[groupId].Owners.GraphUser.ToGetRequestInformation(request =>
        {
            request.QueryParameters.Select = ["id", "displayName", "userPrincipalName"];
            request.QueryParameters.Top = PageSize;
        }), cancellationToken);
        if (answer.IsGone)
        {
            return [];
        }

        if (!answer.IsSuccess)
        {
            throw transport.Fail(answer, GraphFailure.Rejected);
        }

        try
        {
            return [.. MemberPage.Read(answer.Body).Rows.Select(row => new GroupOwner(row.Id!, row.DisplayName, row.UserPrincipalName))];
        }
        catch (JsonException e)
        {
            throw transport.Fail(answer, GraphFailure.Unreadable, e);
        }
    }
}

internal sealed record GroupOwner(string Id, string? Name, string? UserPrincipalName)
{
    public override string ToString() => "an owner";
}
