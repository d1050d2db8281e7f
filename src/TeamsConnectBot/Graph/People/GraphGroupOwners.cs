using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.People;

/// <summary>Who owns a team, by its group.</summary>
internal sealed class GraphGroupOwners(GraphPages pages)
{
    private const string Route = "group owners";

    private const int PageSize = 200;

    /// <returns>People only, and nobody when the group is gone.</returns>
    /// <exception cref="GraphUnavailableException">The owners could not be read.</exception>
    public async Task<IReadOnlyList<GroupOwner>> ReadAsync(string groupId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        var owners = new List<GroupOwner>();
        await foreach (var page in pages.ReadAsync(
            Route,
            client => client.Groups[groupId].Owners.GraphUser.ToGetRequestInformation(request =>
            {
                request.QueryParameters.Select = ["id", "displayName", "userPrincipalName"];
                request.QueryParameters.Top = PageSize;
            }),
            cancellationToken,
            goneIsEmpty: true))
        {
            owners.AddRange(MemberPage.Read(page).Rows.Select(row => new GroupOwner(row.Id!, row.DisplayName, row.UserPrincipalName)));
        }

        return owners;
    }
}

internal sealed record GroupOwner(string Id, string? Name, string? UserPrincipalName)
{
    public override string ToString() => "an owner";
}
