using System.Runtime.CompilerServices;
using System.Text.Json;
using Polly;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Writes in conversations through the Bot Connector's REST API (3.1). Every method throws <see cref="ConnectorException"/>;
/// what passes in seconds was retried by then. A null service URL means the default one; the latest known of the
/// conversation is better.
/// </summary>
public sealed class ConnectorClient
{
    private const int PageSize = 200;

    private readonly ConnectorTransport _transport;
    private readonly ResiliencePipeline _retry;
    private readonly string _defaultServiceUrl;
    private readonly ConnectorRateLimits _limits;

    internal ConnectorClient(ConnectorTransport transport, ConnectorRateLimits limits, ResiliencePipeline retry, string defaultServiceUrl)
    {
        _transport = transport;
        _limits = limits;
        _retry = retry;
        _defaultServiceUrl = defaultServiceUrl;
    }

    /// <summary>
    /// Tells among how many processes the application's limit of requests is shared evenly; one until told otherwise.
    /// </summary>
    /// <param name="processes">How many there are, this one included.</param>
    public void ShareLimitAmong(int processes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(processes, 1);
        _limits.ShareAmong(processes);
    }

    /// <summary>Makes sure that a token is there, as before a request.</summary>
    /// <exception cref="ConnectorException">With <see cref="ConnectorFailure.NoToken"/>: none could be had.</exception>
    public async Task AuthorizeAsync(CancellationToken cancellationToken = default) => await _transport.AuthorizationAsync(cancellationToken);

    /// <summary>The chat of one person with the bot; the same one each time it is asked for.</summary>
    /// <param name="serviceUrl">Where to send, or null.</param>
    /// <param name="memberId">The person's <c>29:…</c> id, or the Entra object id where the app is installed.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The conversation's id; keep it.</returns>
    public async Task<string> CreateConversationAsync(
        string? serviceUrl, string memberId, string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(memberId);
        ArgumentException.ThrowIfNullOrWhiteSpace(tenantId);
        // No activity in it: it would be sent on each retry, and its id is not told.
        var answer = await SendAsync(ConnectorRoute.CreateConversation(memberId), serviceUrl,
            new { isGroup = false, members = new[] { new { id = memberId } }, tenantId }, cancellationToken);
        return Text(answer, "id") ?? throw new ConnectorException(ConnectorFailure.Unreadable);
    }

    /// <summary>Begins a new post in a channel of a team the bot is in.</summary>
    /// <param name="serviceUrl">Where to send, or null.</param>
    /// <param name="channelId">The channel's id (<c>19:…@thread.tacv2</c>).</param>
    /// <param name="tenantId">The team's tenant.</param>
    /// <param name="activity">The post.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The post's id, or null where the channel took it without giving one; the channel's id with it names the thread.</returns>
    /// <remarks>When no answer comes it is not sent again: <see cref="ConnectorFailure.InDoubt"/>.</remarks>
    public async Task<string?> CreatePostAsync(
        string? serviceUrl, string channelId, string tenantId, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenantId);
        var answer = await SendAsync(ConnectorRoute.CreatePost(Required(channelId)), serviceUrl,
            new { isGroup = true, activity, channelData = new { channel = new { id = channelId } }, tenantId }, cancellationToken);
        return Text(answer, "activityId");
    }

    /// <summary>Sends a message.</summary>
    /// <returns>The message's id, or null where the channel took it without giving one.</returns>
    /// <remarks>When no answer comes it is not sent again: <see cref="ConnectorFailure.InDoubt"/>.</remarks>
    public async Task<string?> SendToConversationAsync(
        string? serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        Text(await SendAsync(ConnectorRoute.Send(Required(conversationId)), serviceUrl, activity, cancellationToken), "id");

    /// <summary>Sends a message as an answer to another.</summary>
    /// <returns>The message's id, or null where the channel took it without giving one.</returns>
    /// <remarks>When no answer comes it is not sent again: <see cref="ConnectorFailure.InDoubt"/>.</remarks>
    public async Task<string?> ReplyToActivityAsync(
        string? serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Text(await SendAsync(ConnectorRoute.Reply(Required(conversationId), Required(activityId)), serviceUrl, activity, cancellationToken), "id");

    /// <summary>Replaces a message the bot sent. Nobody is notified of it.</summary>
    public Task UpdateActivityAsync(
        string? serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        SendAsync(ConnectorRoute.Update(Required(conversationId), Required(activityId)), serviceUrl, activity, cancellationToken);

    /// <summary>Takes back a message the bot sent.</summary>
    public Task DeleteActivityAsync(
        string? serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        SendAsync(ConnectorRoute.Delete(Required(conversationId), Required(activityId)), serviceUrl, null, cancellationToken);

    /// <summary>One member of a conversation.</summary>
    public async Task<ChannelAccount> GetMemberAsync(
        string? serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken = default) =>
        Read<ChannelAccount>(await SendAsync(
            ConnectorRoute.Member(Required(conversationId), Required(memberId)), serviceUrl, null, cancellationToken));

    /// <summary>All members of a conversation, page by page as they are asked for.</summary>
    public async IAsyncEnumerable<ChannelAccount> GetPagedMembersAsync(
        string? serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? next = null;
        do
        {
            var page = Read<MembersPage>(await SendAsync(
                ConnectorRoute.PagedMembers(Required(conversationId), PageSize, next), serviceUrl, null, cancellationToken));
            foreach (var member in ActivityNulls.Drop(page.Members) ?? []) yield return member;

            if (page.ContinuationToken is { Length: > 0 } && page.ContinuationToken == next)
                throw new ConnectorException(ConnectorFailure.Unreadable, code: "the same page again");
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <summary>A team the bot is in, with its name.</summary>
    /// <param name="serviceUrl">Where to send, or null.</param>
    /// <param name="teamId">The team's id on the channel (<c>19:…@thread.tacv2</c>), not its Entra group.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<TeamInfo> GetTeamAsync(string? serviceUrl, string teamId, CancellationToken cancellationToken = default) =>
        Read<TeamInfo>(await SendAsync(ConnectorRoute.Team(Required(teamId)), serviceUrl, null, cancellationToken));

    /// <summary>The channels of a team the bot is in; the general one has no name, since Teams names it in each reader's language.</summary>
    public async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(string? serviceUrl, string teamId, CancellationToken cancellationToken = default) =>
        ActivityNulls.Drop(Read<ChannelsPage>(
            await SendAsync(ConnectorRoute.TeamChannels(Required(teamId)), serviceUrl, null, cancellationToken)).Conversations) ?? [];

    private async Task<JsonElement?> SendAsync(
        ConnectorRoute route, string? serviceUrl, object? body, CancellationToken cancellationToken)
    {
        var json = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, BotJson.Options);
        return await _retry.ExecuteAsync(
            static (work, token) => work.Transport.SendAsync(work.Route, work.ServiceUrl, work.Json, token),
            (Transport: _transport, Route: route, ServiceUrl: serviceUrl ?? _defaultServiceUrl, Json: json),
            cancellationToken);
    }

    private static string Required(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id;
    }

    private static string? Text(JsonElement? answer, string property) =>
        answer is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static T Read<T>(JsonElement? answer)
    {
        try
        {
            return answer is { ValueKind: JsonValueKind.Object } json
                ? json.Deserialize<T>(BotJson.Options)!
                : throw new ConnectorException(ConnectorFailure.Unreadable);
        }
        catch (JsonException e)
        {
            throw new ConnectorException(ConnectorFailure.Unreadable, inner: e);
        }
    }

    private sealed record MembersPage(string? ContinuationToken, IReadOnlyList<ChannelAccount>? Members);

    private sealed record ChannelsPage(IReadOnlyList<ChannelInfo>? Conversations);
}
