namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>One request of the connector's REST API (3.1).</summary>
internal sealed record ConnectorRoute
{
    public required HttpMethod Method { get; init; }

    /// <summary>Below the service URL, escaped, without a slash in front.</summary>
    public required string Path { get; init; }

    /// <summary>What the rate limit of conversations counts by.</summary>
    public required string Conversation { get; init; }

    /// <summary>Doing it twice is the same as once, so it may be sent again when no answer came.</summary>
    public required bool IsIdempotent { get; init; }

    public bool NamesActivity { get; init; }

    /// <summary>Teams gives the same conversation for the same person, however often it is asked.</summary>
    public static ConnectorRoute CreateConversation(string memberId) =>
        new() { Method = HttpMethod.Post, Path = "v3/conversations", Conversation = memberId, IsIdempotent = true };

    /// <summary>A new post in a channel. Sent twice it would stand there twice.</summary>
    public static ConnectorRoute CreatePost(string channelId) =>
        new() { Method = HttpMethod.Post, Path = "v3/conversations", Conversation = channelId, IsIdempotent = false };

    public static ConnectorRoute Send(string conversationId) =>
        Activities(HttpMethod.Post, conversationId, null) with { IsIdempotent = false };

    public static ConnectorRoute Reply(string conversationId, string activityId) =>
        Activities(HttpMethod.Post, conversationId, activityId) with { IsIdempotent = false };

    public static ConnectorRoute Update(string conversationId, string activityId) =>
        Activities(HttpMethod.Put, conversationId, activityId);

    public static ConnectorRoute Delete(string conversationId, string activityId) =>
        Activities(HttpMethod.Delete, conversationId, activityId);

    public static ConnectorRoute Member(string conversationId, string memberId) =>
        Below(HttpMethod.Get, conversationId, $"members/{Uri.EscapeDataString(memberId)}");

    public static ConnectorRoute PagedMembers(string conversationId, int pageSize, string? continuationToken) =>
        Below(HttpMethod.Get, conversationId, $"pagedmembers?pageSize={pageSize}"
            + (continuationToken is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}"));

    public static ConnectorRoute Team(string teamId) => OfTeam(teamId, "");

    public static ConnectorRoute TeamChannels(string teamId) => OfTeam(teamId, "/conversations");

    public Uri Address(string serviceUrl) => new($"{serviceUrl.TrimEnd('/')}/{Path}");

    private static ConnectorRoute Activities(HttpMethod method, string conversationId, string? activityId) =>
        Below(method, conversationId, activityId is null ? "activities" : $"activities/{Uri.EscapeDataString(activityId)}")
            with { NamesActivity = activityId is not null };

    private static ConnectorRoute OfTeam(string teamId, string path) =>
        new() { Method = HttpMethod.Get, Path = $"v3/teams/{Uri.EscapeDataString(teamId)}{path}", Conversation = teamId, IsIdempotent = true };

    private static ConnectorRoute Below(HttpMethod method, string conversationId, string path) => new()
    {
        Method = method,
        Path = $"v3/conversations/{Uri.EscapeDataString(conversationId)}/{path}",
        Conversation = conversationId,
        IsIdempotent = true,
    };
}
