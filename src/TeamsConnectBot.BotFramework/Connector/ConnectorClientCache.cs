using System.Collections.Concurrent;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Gives the SDK its connector clients: one per service URL, reused, all on the same handler. The SDK by itself creates one for each
/// activity, and each costs some 13 ms of processor time for its first message.
/// </summary>
internal sealed class ConnectorClientCache(HttpMessageHandler handler, ServiceUrlAllowList hosts) : ConnectorFactory
{
    private readonly ConcurrentDictionary<string, CachedClient> clients = new(StringComparer.Ordinal);

    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(For(serviceUrl));

    /// <exception cref="ConnectorException">With <see cref="ConnectorFailure.WrongHost"/>: nothing is sent there.</exception>
    public ConnectorClient For(string serviceUrl) => hosts.Allows(serviceUrl)
        ? clients.GetOrAdd(serviceUrl, static (url, below) => new CachedClient(new Uri(url), below), handler)
        : throw new ConnectorException(ConnectorFailure.WrongHost);

    private sealed class CachedClient : ConnectorClient
    {
        // The client puts its headers on the HTTP client, so each needs its own. Timeouts are the handler's.
        public CachedClient(Uri serviceUrl, HttpMessageHandler handler)
            : base(
                serviceUrl, (ServiceClientCredentials?)null,
                new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, false)
        {
            ActivityJson.Configure(SerializationSettings);
            ActivityJson.Configure(DeserializationSettings);
        }

        /// <summary>The SDK disposes of its client after each turn; this one is used again.</summary>
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
