using System.Runtime.CompilerServices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Writes in conversations outside a turn, through the SDK's connector client. Every method throws <see cref="ConnectorException"/>;
/// what passes in seconds was retried by then. A null service URL means the default one; the latest known of the conversation is
/// better.
/// </summary>
public sealed class TeamsConnector
{
    private const int PageSize = 200;

    private readonly KeptConnectors _clients;
    private readonly ConnectorHandler _handler;
    private readonly ConnectorRateLimits _limits;
    private readonly string _defaultServiceUrl;

    internal TeamsConnector(KeptConnectors clients, ConnectorHandler handler, ConnectorRateLimits limits, string defaultServiceUrl)
    {
        _clients = clients;
        _handler = handler;
        _limits = limits;
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
    public async Task AuthorizeAsync(CancellationToken cancellationToken = default) => await _handler.AuthorizationAsync(cancellationToken);

    /// <summary>The chat of one person with the bot; the same one each time it is asked for.</summary>
    /// <param name="serviceUrl">Where to send, or null.</param>
    /// <param name="memberId">The person's <c>29:…</c> id, or the Entra object id where the app is installed.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The conversation's id; keep it.</returns>
    public async Task<string> CreateConversationAsync(
        string? serviceUrl, string memberId, string tenantId, CancellationToken cancellationToken = default)
    {
        // No activity in it: it would be sent on each retry, and its id is not told.
        var chat = new ConversationParameters
        {
            IsGroup = false,
            Members = [new ChannelAccount { Id = Required(memberId) }],
            TenantId = Required(tenantId),
        };
        return (await ReadAsync(() => For(serviceUrl).CreateConversationAsync(chat, cancellationToken))).Id
            ?? throw new ConnectorException(ConnectorFailure.Unreadable);
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
        var post = new ConversationParameters
        {
            IsGroup = true,
            Activity = activity,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo(Required(channelId)) },
            TenantId = Required(tenantId),
        };
        return (await OnceAsync(() => For(serviceUrl).CreateConversationAsync(post), cancellationToken))?.ActivityId;
    }

    /// <summary>Sends a message.</summary>
    /// <returns>The message's id, or null where the channel took it without giving one.</returns>
    /// <remarks>When no answer comes it is not sent again: <see cref="ConnectorFailure.InDoubt"/>.</remarks>
    public async Task<string?> SendToConversationAsync(
        string? serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        (await OnceAsync(() => For(serviceUrl).SendToConversationAsync(Required(conversationId), activity), cancellationToken))?.Id;

    /// <summary>Replaces a message the bot sent. Nobody is notified of it.</summary>
    public Task UpdateActivityAsync(
        string? serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        CallAsync(() => For(serviceUrl).UpdateActivityAsync(Required(conversationId), Required(activityId), activity, cancellationToken));

    /// <summary>One member of a conversation.</summary>
    public async Task<ChannelAccount> GetMemberAsync(
        string? serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken = default) =>
        Normal(await ReadAsync(() => For(serviceUrl).GetConversationMemberAsync(
            Required(memberId), Required(conversationId), cancellationToken)));

    /// <summary>All members of a conversation, page by page as they are asked for.</summary>
    public async IAsyncEnumerable<ChannelAccount> GetPagedMembersAsync(
        string? serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? next = null;
        do
        {
            var after = next;
            var page = await ReadAsync(() => For(serviceUrl).GetConversationPagedMembersAsync(
                Required(conversationId), PageSize, after, cancellationToken));
            foreach (var member in IncomingActivity.WithoutNulls(page.Members) ?? []) yield return Normal(member);

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
    public Task<TeamDetails> GetTeamAsync(string? serviceUrl, string teamId, CancellationToken cancellationToken = default) =>
        GetAsync<TeamDetails>(serviceUrl, $"v3/teams/{Uri.EscapeDataString(Required(teamId))}", cancellationToken);

    /// <summary>The channels of a team the bot is in; the general one has no name, since Teams names it in each reader's language.</summary>
    public async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(
        string? serviceUrl, string teamId, CancellationToken cancellationToken = default)
    {
        var path = $"v3/teams/{Uri.EscapeDataString(Required(teamId))}/conversations";
        var list = await GetAsync<ConversationList>(serviceUrl, path, cancellationToken);
        return [.. IncomingActivity.WithoutNulls(list.Conversations) ?? []];
    }

    private Conversations For(string? serviceUrl) => (Conversations)_clients.For(serviceUrl ?? _defaultServiceUrl).Conversations;

    /// <summary>Not by the SDK's client for teams: it takes the escapes out of an id again.</summary>
    private Task<T> GetAsync<T>(string? serviceUrl, string path, CancellationToken cancellationToken)
        where T : class
    {
        var client = _clients.For(serviceUrl ?? _defaultServiceUrl);
        var address = new Uri($"{client.BaseUri.AbsoluteUri.TrimEnd('/')}/{path}");
        return ReadAsync(async () =>
            ActivityJson.Read<T>(new StringReader(await client.HttpClient.GetStringAsync(address, cancellationToken)))!);
    }

    private static Task<T> OnceAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        CallersToken.UseAsync(() => CallAsync(call), cancellationToken);

    private static async Task<T> ReadAsync<T>(Func<Task<T>> call)
        where T : class =>
        await CallAsync(call) ?? throw new ConnectorException(ConnectorFailure.Unreadable);

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is SerializationException or Newtonsoft.Json.JsonException)
        {
            throw new ConnectorException(ConnectorFailure.Unreadable, inner: e);
        }
    }

    private static ChannelAccount Normal(ChannelAccount member)
    {
        member.AadObjectId = EntraIds.Normal(member.AadObjectId);
        return member;
    }

    private static string Required(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id;
    }
}
