using Azure.Core;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>The client and its connections, made once and only when first needed: making them costs tens of milliseconds.</summary>
internal sealed class GraphConnection : IDisposable
{
    private readonly Lazy<HttpClient> http;
    private readonly Lazy<GraphServiceClient> client;

    public GraphConnection(IOptions<GraphOptions> options, GraphCredential credential)
    {
        var settings = options.Value;
        Root = new Uri(settings.BaseUrl.TrimEnd('/'));
        http = new Lazy<HttpClient>(() => CreateHttp(settings));
        client = new Lazy<GraphServiceClient>(() => new GraphServiceClient(http.Value, Authentication(settings, credential.Value), Root.ToString()));
    }

    public Uri Root { get; }

    public HttpClient Http => http.Value;

    public GraphServiceClient Client => client.Value;

    public void Dispose()
    {
        if (http.IsValueCreated)
        {
            http.Value.Dispose();
        }
    }

    // Without its host named, the provider silently sends no token to anything but Graph's public hosts.
    private AzureIdentityAuthenticationProvider Authentication(GraphOptions settings, TokenCredential credential) =>
        new(credential, [Root.Host], null, isCaeEnabled: false, settings.Scope);

    // The handler follows no redirect, so that a token never travels along; timeouts are the retry handler's.
    private static HttpClient CreateHttp(GraphOptions settings) =>
        new(new RetryHandler(settings, ExtraCertificateAuthorities.CreateHandler(settings.ExtraCaFile))) { Timeout = Timeout.InfiniteTimeSpan };
}
