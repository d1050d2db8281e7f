using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Reads the owners of a team, by its group.</summary>
internal sealed class GraphGroupOwners(GraphPages pages)
{
    private const int PageSize = 200;

    /// <returns>People only; empty when the group no longer exists.</returns>
    /// <exception cref="GraphUnavailableException">The owners could not be read.</exception>
    public async Task<IReadOnlyList<GroupOwner>> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var owners = pages.ReadAsync(
            "group owners",
            client => client.Groups[groupId].Owners.GraphUser.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Select = ["id", "displayName", "userPrincipalName"];
                request.QueryParameters.Top = PageSize;
            }),
            cancellationToken,
            goneIsEmpty: true).SelectMany(page => MemberPage.Read(page).Rows);
        return await owners.Select(row => new GroupOwner(row.Id!, row.DisplayName, row.UserPrincipalName)).ToListAsync(cancellationToken);
    }
}

internal sealed record GroupOwner(string Id, string? Name, string? UserPrincipalName)
{
    public override string ToString() => "an owner";
}
