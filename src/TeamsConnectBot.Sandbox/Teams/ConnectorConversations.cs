using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Making 1:1 conversations and asking who is in them.</summary>
internal sealed class ConnectorConversations(SandboxTenant tenant, ConnectorLimits limits)
{
    /// <summary>Gives the same conversation every time; an activity in the body is sent each time and its id never told.</summary>
    public IResult Create(HttpResponse response, JsonObject body)
    {
        tenant.Counters.Add("teams.create");
        if (body["isGroup"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
        {
            return ConnectorErrors.BadSyntax("Incorrect conversation creation parameters");
        }

        if (body["members"] is not JsonArray { Count: 1 } members)
        {
            return ConnectorErrors.BadSyntax("Incorrect conversation creation parameters: a personal conversation has exactly one member.");
        }

        var tenantId = (string?)body["tenantId"] ?? (string?)body["channelData"]?["tenant"]?["id"];
        if (tenantId != tenant.Identity.TenantId.ToString())
        {
            return ConnectorErrors.BadArgument("The tenantId is missing or another tenant's.");
        }

        if (Find((string?)members[0]?["id"]) is not { } person)
        {
            return ConnectorErrors.BadArgument("Invalid user identity in provided tenant");
        }

        var chat = tenant.Chats.Of(person);
        if (!chat.Installed)
        {
            return ConnectorErrors.NotInstalled;
        }

        if (limits.EnterConversation("create", chat.ConversationId) is { Ticks: > 0 } wait)
        {
            return ConnectorErrors.Throttled(response, wait);
        }

        if (body["activity"] is JsonObject activity && !chat.Blocked)
        {
            ConnectorMessages.Add(tenant, chat, activity, replyTo: null);
        }

        return Results.Json(new { id = chat.ConversationId }, statusCode: 201);
    }

    public IResult Members(string id)
    {
        tenant.Counters.Add("teams.members");
        return Chat(id) is { } chat ? Results.Json(new[] { Describe(chat.Person) }) : ConnectorErrors.ConversationNotFound;
    }

    public IResult Member(string id, string memberId)
    {
        tenant.Counters.Add("teams.members");
        return Chat(id) is { } chat && Find(memberId)?.ObjectId == chat.Person.ObjectId
            ? Results.Json(Describe(chat.Person))
            : ConnectorErrors.ConversationNotFound;
    }

    public IResult PagedMembers(string id)
    {
        tenant.Counters.Add("teams.members");
        return Chat(id) is { } chat
            ? Results.Json(new { continuationToken = (string?)null, members = new[] { Describe(chat.Person) } })
            : ConnectorErrors.ConversationNotFound;
    }

    private Chat? Chat(string id) => tenant.Chats.ByConversation(id) is { Installed: true } chat ? chat : null;

    private Person? Find(string? memberId)
    {
        var objectId = TeamsIds.Person(memberId) ?? (Guid.TryParse(memberId, out var id) ? id : null);
        return objectId is { } known ? tenant.People.ByObjectId(known) : null;
    }

    private object Describe(Person person) => new
    {
        id = person.TeamsId,
        name = person.Name,
        aadObjectId = person.ObjectId.ToString(),
        tenantId = tenant.Identity.TenantId.ToString(),
        userRole = "user",
    };
}
