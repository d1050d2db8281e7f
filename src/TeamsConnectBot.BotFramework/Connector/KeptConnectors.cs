using System.Collections.Concurrent;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// Gives the SDK its connector clients: one for each service URL, kept, over the one handler. The SDK makes a new one for each
/// activity, and each costs some 13 ms of processor time at its first message.
/// </summary>
internal sealed class KeptConnectors(HttpMessageHandler handler, ServiceUrlAllowList hosts) : ConnectorFactory
{
    private readonly ConcurrentDictionary<string, Kept> _clients = new(StringComparer.Ordinal);

    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(For(serviceUrl));

    /// <exception cref="ConnectorException">With <see cref="ConnectorFailure.WrongHost"/>: nothing is sent there.</exception>
    public ConnectorClient For(string serviceUrl) => hosts.Allows(serviceUrl)
        ? _clients.GetOrAdd(serviceUrl, static (url, below) => new Kept(new Uri(url), below), handler)
        : throw new ConnectorException(ConnectorFailure.WrongHost);

    private sealed class Kept : ConnectorClient
    {
        // The client sets its headers at the HTTP client, so each has its own. Limits of time are the handler's.
        public Kept(Uri serviceUrl, HttpMessageHandler handler)
            : base(
                serviceUrl,
                (ServiceClientCredentials?)null,
                new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan },
                false)
        {
            ActivityJson.Configure(SerializationSettings);
            ActivityJson.Configure(DeserializationSettings);
        }

        /// <summary>The SDK disposes of its client after each turn.</summary>
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
