using System.Text.Json;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Groups and who is in them.</summary>
internal sealed class GroupEndpoints(SandboxTenant tenant, SandboxOptions options)
{
    private const int MostPerPage = 999;
    private const int MostChecked = 20;

    private static readonly string[] MayRead = ["GroupMember.Read.All"];

    public IEnumerable<GraphRoute> Routes =>
    [
        new("GET", "groups/{id}", "group", MayRead, Get) { Contract = GraphContract.One("group") },
        new("GET", "groups/{id}/owners", "owners", MayRead, request => Owners(request, asUsers: false))
            { Contract = GraphContract.Directory("user") },
        new("GET", "groups/{id}/owners/microsoft.graph.user", "owners", MayRead, request => Owners(request, asUsers: true))
        {
            Contract = GraphContract.Directory("user"),
        },
        new("POST", "users/{id}/checkMemberGroups", "memberGroups", MayRead, Check)
            { Contract = GraphContract.Action("checkMemberGroupsParameters") },
        new("POST", "users/{id}/microsoft.graph.checkMemberGroups", "memberGroups", MayRead, Check)
            { Contract = GraphContract.Action("checkMemberGroupsParameters") },
        new("GET", "groups/{id}/transitiveMembers/microsoft.graph.user", "members", MayRead, Members)
        {
            Contract = GraphContract.Directory("user"),
        },
    ];

    private GraphReply Get(GraphCall request) => Find(request) is { } group
        ? GraphReply.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#groups/$entity");
            writer.WriteString("id", group.Id);
            writer.WriteString("displayName", group.Name);
            writer.WriteEndObject();
        })
        : GraphReply.NotFound(request.Argument(0));

    // Without the cast each member says what it is: an owner can be an application too.
    private GraphReply Owners(GraphCall request, bool asUsers) => Find(request) is { } group
        ? Paging.Page(
            request, group.Owners, asUsers ? "users" : "directoryObjects", options.PageSize, MostPerPage,
            (writer, person) => UserJson.Write(writer, person, request, tenant.People, withType: !asUsers))
        : GraphReply.NotFound(request.Argument(0));

    // The cast makes it an advanced query: it needs both the header and $count, on every page, and takes no $expand.
    private GraphReply Members(GraphCall request)
    {
        if (Find(request) is not { } group)
        {
            return GraphReply.NotFound(request.Argument(0));
        }

        if (!string.Equals(request.Header("ConsistencyLevel"), "eventual", StringComparison.OrdinalIgnoreCase) || request.Option("$count") != "true")
        {
            return GraphReply.Error(400, "Request_UnsupportedQuery", "The query needs the ConsistencyLevel header set to eventual and $count set to true.");
        }

        if (request.Option("$expand") is not null)
        {
            return GraphReply.Error(400, "Request_UnsupportedQuery", "The $expand query parameter is not supported with advanced queries.");
        }

        return Paging.Page(
            request, tenant.Groups.TransitiveMembersOf(group.Id), "users", options.PageSize, MostPerPage, (writer, person) => UserJson.Write(writer, person, request, tenant.People));
    }

    private GraphReply Check(GraphCall request)
    {
        if (tenant.People.ByKey(request.Argument(0)) is not { } person)
        {
            return GraphReply.NotFound(request.Argument(0));
        }

        if (request.Body?.Property("groupIds") is not { ValueKind: JsonValueKind.Array } asked || asked.GetArrayLength() is 0 or > MostChecked)
        {
            return GraphReply.Error(400, "Request_BadRequest", $"The number of groupIds must be between 1 and {MostChecked}.");
        }

        var holding = asked.EnumerateArray().Select(id => id.GetString() ?? "")
            .Where(id => Guid.TryParse(id, out var group) && tenant.Groups.TransitiveMembersOf(group).Contains(person)).ToList();
        return GraphReply.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{request.BaseUrl}/$metadata#Collection(Edm.String)");
            writer.WriteStartArray("value");
            foreach (var id in holding)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private TenantGroup? Find(GraphCall request) => Guid.TryParse(request.Argument(0), out var id) ? tenant.Groups.Find(id) : null;
}
