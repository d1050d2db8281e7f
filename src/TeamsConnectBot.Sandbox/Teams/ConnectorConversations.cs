using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Creates 1:1 conversations and channel posts, and lists the members of a conversation.</summary>
internal sealed class ConnectorConversations(SandboxTenant tenant, ConnectorLimits limits)
{
    private const int SmallestPage = 50;
    private const int DefaultPage = 200;
    private const int LargestPage = 500;

    /// <summary>Returns the same conversation every time. An activity in the body is sent each time; its id is not returned.</summary>
    public IResult Create(HttpResponse response, JsonObject body)
    {
        tenant.Counters.Add("teams.create");
        if (body["isGroup"]?.GetValueKind() == JsonValueKind.True)
        {
            return Post(response, body);
        }

        if (body["members"] is not JsonArray { Count: 1 } members)
        {
            return ConnectorErrorResults.BadSyntax(
                "Incorrect conversation creation parameters: a personal conversation has exactly one member.");
        }

        var tenantId = (string?)body["tenantId"] ?? (string?)body["channelData"]?["tenant"]?["id"];
        if (tenantId != tenant.Identity.TenantId.ToString())
        {
            return ConnectorErrorResults.BadArgument("The tenantId is missing or belongs to another tenant.");
        }

        if (Find((string?)members[0]?["id"]) is not { } person)
        {
            return ConnectorErrorResults.BadArgument("Invalid user identity in provided tenant");
        }

        var chat = tenant.Chats.Of(person);
        if (!chat.Installed)
        {
            return ConnectorErrorResults.NotInstalled;
        }

        if (limits.ThrottleCreating(response, chat.ConversationId) is { } throttled)
        {
            return throttled;
        }

        if (body["activity"] is JsonObject activity)
        {
            if (activity["type"] is null)
            {
                return ConnectorErrorResults.NoActivityType;
            }

            if (!chat.Blocked)
            {
                ConnectorMessages.Add(tenant, chat, activity, replyTo: null);
            }
        }

        return Results.Json(new { id = chat.ConversationId }, statusCode: 201);
    }

    public IResult Members(HttpResponse response, string id)
    {
        tenant.Counters.Add("teams.members");
        return Chat(id) is not { } chat ? ConnectorErrorResults.ConversationNotFound
            : limits.ThrottleMembers(response, id) ?? Results.Json(RosterOf(chat).Select(Describe));
    }

    public IResult Member(HttpResponse response, string id, string memberId)
    {
        tenant.Counters.Add("teams.members");
        return Chat(id) is not { } chat ? ConnectorErrorResults.ConversationNotFound
            : limits.ThrottleMembers(response, id) is { } throttled ? throttled
            : Find(memberId) is { } person && chat.Members.Contains(person) ? Results.Json(Describe(person))
            : ConnectorErrorResults.MemberNotFound;
    }

    public IResult PagedMembers(HttpResponse response, string id, string? pageSize, string? continuationToken)
    {
        tenant.Counters.Add("teams.members");
        if (Chat(id) is not { } chat)
        {
            return ConnectorErrorResults.ConversationNotFound;
        }

        if (limits.ThrottleMembers(response, id) is { } throttled)
        {
            return throttled;
        }

        if (ReadNumber(continuationToken, 0) is not { } from || ReadNumber(pageSize, DefaultPage) is not { } asked)
        {
            return ConnectorErrorResults.BadArgument("The continuationToken or the pageSize is not valid.");
        }

        var roster = RosterOf(chat);
        var size = Math.Clamp(asked, SmallestPage, LargestPage);
        var next = from + size < roster.Length ? (from + size).ToString(CultureInfo.InvariantCulture) : null;
        return Results.Json(new { continuationToken = next, members = roster.Skip(from).Take(size).Select(Describe) });
    }

    private static int? ReadNumber(string? text, int otherwise) =>
        text is null ? otherwise : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;

    // A group conversation can only be a new post in a channel; bots can't create group chats.
    private IResult Post(HttpResponse response, JsonObject body)
    {
        if ((string?)body["channelData"]?["channel"]?["id"] is not { } channelId || body["activity"] is not JsonObject activity)
        {
            return ConnectorErrorResults.BadSyntax("Incorrect conversation creation parameters");
        }

        if (activity["type"] is null)
        {
            return ConnectorErrorResults.NoActivityType;
        }

        if (tenant.Spaces.Find(channelId) is not { Deleted: false, Team: not null } channel)
        {
            return ConnectorErrorResults.ConversationNotFound;
        }

        if (!channel.Installed)
        {
            return ConnectorErrorResults.NotInRoster;
        }

        if (limits.ThrottleCreating(response, channel.ConversationId) is { } throttled)
        {
            return throttled;
        }

        var id = ConnectorMessages.Add(tenant, channel, activity, replyTo: null);
        return Results.Json(new { id = $"{channel.ConversationId};messageid={id}", activityId = id }, statusCode: 201);
    }

    private Conversation? Chat(string id) =>
        tenant.FindConversation(id) is { Installed: true } chat and not SharedChat { Deleted: true } ? chat : null;

    private static ImmutableArray<Person> RosterOf(Conversation chat) => chat is SharedChat shared ? shared.Roster : chat.Members;

    private Person? Find(string? memberId) => tenant.People.ByMemberId(memberId);

    private object Describe(Person person) => new
    {
        id = person.TeamsId, name = person.Name, aadObjectId = person.ObjectId.ToString(), tenantId = tenant.Identity.TenantId.ToString(),
        userRole = "user",
    };
}
