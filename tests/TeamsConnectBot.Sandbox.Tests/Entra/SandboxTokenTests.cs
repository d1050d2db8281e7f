using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Entra;

internal sealed class SandboxTokenTests : SandboxFixture
{
    [TestCase("https://graph.microsoft.com/.default")]
    [TestCase("https://api.botframework.com/.default")]
    [TestCase("https://vault.azure.net/.default")]
    public async Task Token_KnownScope_IsIssued(string scope)
    {
        using var response = await AskAsync(scope: scope);

        Assert.That((string?)(await ReadAsync(response))["token_type"], Is.EqualTo("Bearer"));
    }

    [TestCase("https://storage.azure.com/.default")]
    [TestCase("https://graph.microsoft.com/User.Read")]
    [TestCase("")]
    public async Task Token_UnknownScope_IsInvalidScope(string scope)
    {
        using var response = await AskAsync(scope: scope);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((string?)(await ReadAsync(response))["error"], Is.EqualTo("invalid_scope"));
        });
    }

    [Test]
    public async Task Token_WrongSecret_IsInvalidClient()
    {
        using var response = await AskAsync(secret: "guess");

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((string?)(await ReadAsync(response))["error"], Is.EqualTo("invalid_client"));
        });
    }

    [Test]
    public async Task Token_RequestedOverPlainHttp_Is404()
    {
        using var response = await Http.PostAsync(
            new Uri(Server.BaseUrl, $"/{Server.TenantId}/oauth2/v2.0/token"),
            Form("https://graph.microsoft.com/.default", Server.ClientSecret));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task AzureIdentityCredential_TokenRequest_GetsATokenThatGraphAccepts()
    {
        using var handler = TrustingHandler(Server.CaFile);
        using var client = new HttpClient(handler);
        var credential = new ClientSecretCredential(
            Server.TenantId.ToString(), Server.AppId.ToString(), Server.ClientSecret, new ClientSecretCredentialOptions
        {
            AuthorityHost = Server.AuthorityUrl,
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(client),
        });

        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), default);
        using var response = await SendAsync("GET", new Uri(Server.GraphUrl + "/users?$top=1"), token.Token);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Authority_SecondStart_KeepsItsCertificate()
    {
        var before = await File.ReadAllTextAsync(Server.CaFile);

        var (caFile, certificate) = AuthorityCertificates.Ensure(Path.GetDirectoryName(Server.CaFile)!);

        Assert.That(await File.ReadAllTextAsync(caFile), Is.EqualTo(before));
        certificate.Dispose();
    }

    [Test]
    public async Task Graph_WithoutValidToken_Is401([Values("none", "garbage", "audience", "expired", "signature")] string kind)
    {
        using var response = await SendAsync("GET", new Uri(Server.GraphUrl + "/users"), BadToken(kind));

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await ErrorCodeAsync(response), Is.EqualTo("InvalidAuthenticationToken"));
        });
    }

    [Test]
    public async Task Connector_WithoutValidToken_Is401([Values("none", "garbage", "audience", "expired", "signature")] string kind)
    {
        var token = kind == "audience" ? GraphToken : BadToken(kind);
        using var response = await SendAsync("POST", new Uri(Server.ServiceUrl, "v3/conversations"), token, "{}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private string? BadToken(string kind) => kind switch
    {
        "none" => null,
        "garbage" => "abc.def.ghi",
        "audience" => Server.EntraTokens.Create(Server.EntraTokens.Cloud.Connector, []),
        "expired" => Server.EntraTokens.Create(
            Server.EntraTokens.Cloud.Graph, [], token => token.Expires = token.NotBefore!.Value.AddMinutes(1)),
        _ => Server.EntraTokens.Create(
            Server.EntraTokens.Cloud.Graph, [],
            token => token.SigningCredentials = new SigningCredentials(Server.ChannelTokens.Published[0], SecurityAlgorithms.RsaSha256)),
    };

    private Task<HttpResponseMessage> AskAsync(string scope = "https://graph.microsoft.com/.default", string? secret = null) =>
        Http.PostAsync(new Uri(Server.AuthorityUrl, $"/{Server.TenantId}/oauth2/v2.0/token"), Form(scope, secret ?? Server.ClientSecret));

    private FormUrlEncodedContent Form(string scope, string secret) => new(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = Server.AppId.ToString(),
        ["client_secret"] = secret,
        ["scope"] = scope,
    });
}
