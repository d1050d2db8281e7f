using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>The client and its connections, created once and only when first needed, because that takes tens of milliseconds.</summary>
internal sealed class GraphConnection : IDisposable
{
    private readonly Lazy<HttpClient> http;
    private readonly Lazy<GraphServiceClient> client;

    public GraphConnection(IOptions<GraphOptions> options, GraphCredential credential)
    {
        var settings = options.Value;
        Root = new Uri(settings.BaseUrl.TrimEnd('/'));
        http = new Lazy<HttpClient>(() => CreateHttp(settings));
        client = new Lazy<GraphServiceClient>(
            () => new GraphServiceClient(http.Value, Authentication(settings, credential.Value), Root.ToString()));
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

    // Unless the host is named here, the provider silently sends no token to hosts other than Graph's public ones.
    private AzureIdentityAuthenticationProvider Authentication(GraphOptions settings, TokenCredential credential) =>
        new(credential, [Root.Host], null, isCaeEnabled: false, settings.Scope);

    // The inner handler follows no redirects, so that the token is never forwarded; the retry handler applies the timeouts.
    private static HttpClient CreateHttp(GraphOptions settings) =>
        new(new RetryHandler(settings, ExtraCertificateAuthorities.CreateHandler(settings.ExtraCaFile)))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
