using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Groups and their members.</summary>
internal sealed class GroupEndpoints(SandboxTenant tenant, SandboxOptions options)
{
    private const int MostPerPage = 999;
    private const int MostChecked = 20;

    private static readonly string[] MayRead = ["GroupMember.Read.All"];
    private static readonly GraphContract Listing = GraphContract.Directory("user");
    private static readonly GraphContract Checking = GraphContract.Action("checkMemberGroupsParameters");

    // Who is in a group may be read without it, but of the people only their ids.
    private bool MayReadUsers => options.GrantedPermissions.Contains("User.Read.All");

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", "groups/{id}", "group", MayRead, Get, GraphContract.One("group")),
        new("GET", "groups/{id}/owners", "owners", MayRead, request => Owners(request, asUsers: false), Listing),
        new("GET", "groups/{id}/owners/microsoft.graph.user", "owners", MayRead, request => Owners(request, asUsers: true), Listing),
        new("GET", "groups/{id}/members", "directMembers", MayRead, DirectMembers, Listing),
        new("POST", "users/{id}/checkMemberGroups", "memberGroups", MayRead, Check, Checking),
        new("POST", "users/{id}/microsoft.graph.checkMemberGroups", "memberGroups", MayRead, Check, Checking),
        new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", "members", MayRead, Members, Listing),
    ];

    private GraphReply Get(GraphCall request) => Find(request) is { } group
        ? GraphReply.One(request, "groups/$entity", new JsonObject { ["id"] = group.Id, ["displayName"] = group.Name })
        : GraphReply.NotFound(request.Argument(0));

    // Without the OData cast each owner carries its type, because an owner can also be an application.
    private GraphReply Owners(GraphCall request, bool asUsers) => Find(request) is { } group
        ? Paging.Page(
            request, group.Owners, asUsers ? "users" : "directoryObjects", options.PageSize, MostPerPage,
            (writer, person) => UserJson.Write(writer, person, request, tenant.People, withType: !asUsers, idsOnly: !MayReadUsers))
        : GraphReply.NotFound(request.Argument(0));

    // Nested groups are members too, but the people in them are not.
    private GraphReply DirectMembers(GraphCall request) => Find(request) is { } group
        ? Paging.Page(
            request, group.Members, "directoryObjects", options.PageSize, MostPerPage,
            (writer, person) => UserJson.Write(writer, person, request, tenant.People, withType: true, idsOnly: !MayReadUsers))
        : GraphReply.NotFound(request.Argument(0));

    // The OData cast makes this an advanced query: every page needs the ConsistencyLevel header and $count, and $expand is refused.
    private GraphReply Members(GraphCall request)
    {
        if (Find(request) is not { } group)
        {
            return GraphReply.NotFound(request.Argument(0));
        }

        var isEventual = string.Equals(request.Header("ConsistencyLevel"), "eventual", StringComparison.OrdinalIgnoreCase);
        if (!isEventual || request.Option("$count") != "true")
        {
            return Unsupported("The query needs the ConsistencyLevel header set to eventual and $count set to true.");
        }

        return request.Option("$expand") is not null
            ? Unsupported("The $expand query parameter is not supported with advanced queries.")
            : Paging.Page(
                request, tenant.Groups.TransitiveMembersOf(group.Id), "users", options.PageSize, MostPerPage,
                (writer, person) => UserJson.Write(writer, person, request, tenant.People, idsOnly: !MayReadUsers));
    }

    private GraphReply Check(GraphCall request)
    {
        if (tenant.People.ByKey(request.Argument(0)) is not { } person)
        {
            return GraphReply.NotFound(request.Argument(0));
        }

        if (request.Body?.List("groupIds") is not { Length: > 0 and <= MostChecked } groupIds)
        {
            return GraphReply.Error(400, "Request_BadRequest", $"The number of groupIds must be between 1 and {MostChecked}.");
        }

        var holding = groupIds.Select(id => id.GetString() ?? "")
            .Where(id => Guid.TryParse(id, out var group) && tenant.Groups.TransitiveMembersOf(group).Contains(person));
        return GraphReply.List(request, "Collection(Edm.String)", holding.ToList(), (writer, id) => writer.WriteStringValue(id));
    }

    private TenantGroup? Find(GraphCall request) => Guid.TryParse(request.Argument(0), out var id) ? tenant.Groups.Find(id) : null;

    private static GraphReply Unsupported(string message) => GraphReply.Error(400, "Request_UnsupportedQuery", message);
}
