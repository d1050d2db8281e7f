using System.Net;
using Azure.Core;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;

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

    // Redirects are followed by hand, so that a token never travels along; timeouts are the retry handler's.
    private static HttpClient CreateHttp(GraphOptions settings)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        return new HttpClient(new RetryHandler(settings, sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
