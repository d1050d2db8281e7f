using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Sends to conversations outside a turn, through the SDK's connector client. Every method throws <see cref="ConnectorException"/>, after
/// transient failures have been retried. Pass the last service URL known for the conversation; null means the default.
/// </summary>
public sealed class TeamsConnector
{
    private const int PageSize = 200;

    private readonly ConnectorClientCache clients;
    private readonly ConnectorHandler handler;
    private readonly ConnectorRateLimits limits;
    private readonly string defaultServiceUrl;

    internal TeamsConnector(ConnectorClientCache clients, ConnectorHandler handler, ConnectorRateLimits limits, string defaultServiceUrl) =>
        (this.clients, this.handler, this.limits, this.defaultServiceUrl) = (clients, handler, limits, defaultServiceUrl);

    /// <summary>Divides the application's rate limit evenly among this many processes; initially one.</summary>
    /// <param name="processes">The number of processes, this one included.</param>
    public void ShareLimitAmong(int processes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(processes, 1);
        limits.ShareAmong(processes);
    }

    /// <summary>Obtains a token if none is cached, as every request does.</summary>
    /// <exception cref="ConnectorException">No token could be obtained: <see cref="ConnectorFailure.NoToken"/>.</exception>
    public async Task AuthorizeAsync(CancellationToken cancellationToken = default) => await handler.AuthorizationAsync(cancellationToken);

    /// <summary>Opens one person's chat with the bot. Every call for the same person returns the same chat.</summary>
    /// <param name="serviceUrl">The service URL, or null for the default.</param>
    /// <param name="memberId">The person's <c>29:…</c> id, or the Entra object id where the app is installed.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>The conversation's id; store it.</returns>
    public async Task<string> CreateConversationAsync(
        string? serviceUrl, string memberId, string tenantId, CancellationToken cancellationToken = default)
    {
        // No activity is included: a retry would send that message again, and Teams would not return the message's id.
        var chat = new ConversationParameters
        {
            IsGroup = false,
            Members = [new ChannelAccount { Id = Required(memberId) }],
            TenantId = Required(tenantId),
        };
        return (await ReadAsync(() => For(serviceUrl).CreateConversationAsync(chat, cancellationToken))).Id
            ?? throw new ConnectorException(ConnectorFailure.Unreadable);
    }

    /// <summary>Starts a new post in a channel of a team that the bot is in.</summary>
    /// <param name="serviceUrl">The service URL, or null for the default.</param>
    /// <param name="channelId">The channel's id (<c>19:…@thread.tacv2</c>).</param>
    /// <param name="tenantId">The team's tenant.</param>
    /// <param name="activity">The post.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>
    /// The post's id, or null when the channel accepted it without returning one; together with the channel's id it identifies the thread.
    /// </returns>
    /// <remarks>A request without a response is not retried; it fails with <see cref="ConnectorFailure.InDoubt"/>.</remarks>
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
    /// <returns>The message's id, or null when the channel accepted it without returning one.</returns>
    /// <remarks>A request without a response is not retried; it fails with <see cref="ConnectorFailure.InDoubt"/>.</remarks>
    public async Task<string?> SendToConversationAsync(
        string? serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        (await OnceAsync(() => For(serviceUrl).SendToConversationAsync(Required(conversationId), activity), cancellationToken))?.Id;

    /// <summary>Replaces a message the bot sent. Nobody is notified of the change.</summary>
    public Task UpdateActivityAsync(
        string? serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        CallAsync(() => For(serviceUrl).UpdateActivityAsync(Required(conversationId), Required(activityId), activity, cancellationToken));

    /// <summary>Deletes a message the bot sent.</summary>
    public Task DeleteActivityAsync(
        string? serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        CallAsync(async () =>
        {
            await For(serviceUrl).DeleteActivityAsync(Required(conversationId), Required(activityId), cancellationToken);
            return true;
        });

    /// <summary>
    /// Sends a message in a channel or group chat that only its recipient sees, who must be a member. Teams removes it after 24 hours. The
    /// SDK's client does not know such messages.
    /// </summary>
    /// <returns>The message's id, or null when the channel accepted it without returning one.</returns>
    /// <remarks>A request without a response is not retried; it fails with <see cref="ConnectorFailure.InDoubt"/>.</remarks>
    public async Task<string?> SendTargetedAsync(
        string? serviceUrl, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        (await OnceAsync(
            () => TargetedAsync(HttpMethod.Post, serviceUrl, $"{PathOf(conversationId)}/activities", activity), cancellationToken))?.Id;

    /// <summary>Replaces a message that only one person sees.</summary>
    /// <param name="serviceUrl">The service URL, or null for the default.</param>
    /// <param name="conversationId">The channel or group chat.</param>
    /// <param name="activityId">The message.</param>
    /// <param name="activity">What replaces it; without a recipient, which can't be changed.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task UpdateTargetedAsync(
        string? serviceUrl, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        var path = $"{PathOf(conversationId)}/activities/{Uri.EscapeDataString(Required(activityId))}";
        return OnceAsync(() => TargetedAsync(HttpMethod.Put, serviceUrl, path, activity), cancellationToken);
    }

    /// <summary>Reads one member of a conversation.</summary>
    public async Task<ChannelAccount> GetMemberAsync(
        string? serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken = default) =>
        Normalize(await ReadAsync(() => For(serviceUrl).GetConversationMemberAsync(
            Required(memberId), Required(conversationId), cancellationToken)));

    /// <summary>Reads all members of a conversation, fetching each page when it is needed.</summary>
    public async IAsyncEnumerable<ChannelAccount> GetPagedMembersAsync(
        string? serviceUrl, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? next = null;
        do
        {
            var after = next;
            var page = await ReadAsync(() => For(serviceUrl).GetConversationPagedMembersAsync(
                Required(conversationId), PageSize, after, cancellationToken));
            foreach (var member in IncomingActivity.WithoutNulls(page.Members) ?? [])
            {
                yield return Normalize(member);
            }

            next = page.ContinuationToken;
            if (next is { Length: > 0 } && next == after)
            {
                throw new ConnectorException(ConnectorFailure.Unreadable, code: "repeated continuation token");
            }
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <summary>Reads a team that the bot is in, with its name.</summary>
    /// <param name="serviceUrl">The service URL, or null for the default.</param>
    /// <param name="teamId">The team's id on the channel (<c>19:…@thread.tacv2</c>), not its Entra group.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<TeamDetails> GetTeamAsync(string? serviceUrl, string teamId, CancellationToken cancellationToken = default) =>
        GetAsync<TeamDetails>(serviceUrl, $"v3/teams/{Uri.EscapeDataString(Required(teamId))}", cancellationToken);

    /// <summary>
    /// Reads the channels of a team that the bot is in. The general channel has no name, since Teams shows it in each reader's language.
    /// </summary>
    public async Task<IReadOnlyList<ChannelInfo>> GetTeamChannelsAsync(
        string? serviceUrl, string teamId, CancellationToken cancellationToken = default)
    {
        var path = $"v3/teams/{Uri.EscapeDataString(Required(teamId))}/conversations";
        var list = await GetAsync<ConversationList>(serviceUrl, path, cancellationToken);
        return [.. IncomingActivity.WithoutNulls(list.Conversations) ?? []];
    }

    private Conversations For(string? serviceUrl) => (Conversations)clients.For(serviceUrl ?? defaultServiceUrl).Conversations;

    /// <summary>Sends a GET request without the SDK's teams client, which unescapes the id in the path.</summary>
    private Task<T> GetAsync<T>(string? serviceUrl, string path, CancellationToken cancellationToken)
        where T : class
    {
        var client = clients.For(serviceUrl ?? defaultServiceUrl);
        return ReadAsync(async () => ActivityJson.Read<T>(
            new StringReader(await client.HttpClient.GetStringAsync(AddressOf(client, path), cancellationToken)))!);
    }

    private async Task<ResourceResponse?> TargetedAsync(HttpMethod method, string? serviceUrl, string path, Activity activity)
    {
        var client = clients.For(serviceUrl ?? defaultServiceUrl);
        using var request = new HttpRequestMessage(method, AddressOf(client, $"{path}?isTargetedActivity=true"))
        {
            Content = new StringContent(ActivityJson.Write(activity), Encoding.UTF8, "application/json"),
        };
        using var response = await client.HttpClient.SendAsync(request);
        return ActivityJson.Read<ResourceResponse>(new StringReader(await response.Content.ReadAsStringAsync()));
    }

    private static Uri AddressOf(ConnectorClient client, string path) => new($"{client.BaseUri.AbsoluteUri.TrimEnd('/')}/{path}");

    private static string PathOf(string conversationId) => $"v3/conversations/{Uri.EscapeDataString(Required(conversationId))}";

    private static Task<T> OnceAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        CallerCancellation.UseAsync(() => CallAsync(call), cancellationToken);

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

    private static ChannelAccount Normalize(ChannelAccount member)
    {
        member.AadObjectId = EntraIds.Normalize(member.AadObjectId);
        return member;
    }

    private static string Required(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id;
    }
}
