using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Tests.Clouds;

/// <summary>
/// Requests to Graph as they would be sent in each cloud. Graph's client silently leaves the token out for a host it was not told of.
/// </summary>
internal sealed class GraphCloudTests
{
    [TestCase("Public", "https://graph.microsoft.com/v1.0/users", "https://graph.microsoft.com/.default")]
    [TestCase("UsGcc", "https://graph.microsoft.com/v1.0/users", "https://graph.microsoft.com/.default")]
    [TestCase("UsGov", "https://graph.microsoft.us/v1.0/users", "https://graph.microsoft.us/.default")]
    [TestCase("UsGovDod", "https://dod-graph.microsoft.us/v1.0/users", "https://dod-graph.microsoft.us/.default")]
    public async Task Request_InACloud_GoesToItsGraphWithATokenForIt(string cloud, string address, string scope)
    {
        var credential = new ScopeRecorder();
        await using var services = Build(cloud, credential);
        var client = services.GetRequiredService<GraphConnection>().Client;

        using var request = await client.RequestAdapter.ConvertToNativeRequestAsync<HttpRequestMessage>(
            client.Users.ToGetRequestInformation());

        Assert.That(request!.RequestUri!.GetLeftPart(UriPartial.Path), Is.EqualTo(address));
        Assert.That(request.Headers.Authorization?.ToString(), Is.EqualTo("Bearer for-graph"));
        Assert.That(credential.Scopes, Is.EqualTo(new[] { scope }));
    }

    [TestCase("UsGov", "https://login.microsoftonline.us/")]
    [TestCase("UsGovDod", "https://login.microsoftonline.us/")]
    [TestCase("UsGcc", "https://login.microsoftonline.com/")]
    public async Task Authority_InACloud_IsItsOwn(string cloud, string authority)
    {
        await using var services = Build(cloud, new ScopeRecorder());

        Assert.That(services.GetRequiredService<IOptions<GraphOptions>>().Value.AuthorityHost, Is.EqualTo(authority));
    }

    private static ServiceProvider Build(string cloud, TokenCredential credential)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Cloud"] = cloud,
            ["Graph:TenantId"] = "contoso",
            ["Graph:ClientId"] = "bot",
            ["Graph:ClientSecret"] = "secret",
            ["Graph:ServiceMailbox"] = "connect@example.org",
        }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddClouds(configuration)
            .AddGraph(configuration.GetSection(GraphOptions.Section))
            .AddSingleton(new GraphCredential(credential))
            .BuildServiceProvider();
    }

    private sealed class ScopeRecorder : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("for-graph", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
