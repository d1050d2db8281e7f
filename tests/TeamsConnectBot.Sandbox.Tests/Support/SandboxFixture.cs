using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TeamsConnectBot.Sandbox.Tests.Support;

/// <summary>A running sandbox for each test, with helpers for the HTTP requests a service would send.</summary>
internal abstract class SandboxFixture
{
    private string folder = "";

    protected SandboxServer Server { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    protected string GraphToken { get; private set; } = "";

    [SetUp]
    public async Task StartSandbox()
    {
        folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
        Server = await SandboxServer.StartAsync(Options(folder));
        Http = new HttpClient(TrustingHandler(Server.CaFile));
        GraphToken = Server.EntraTokens.Create(Server.EntraTokens.Cloud.Graph, []);
    }

    [TearDown]
    public async Task StopSandbox()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected virtual SandboxOptions Options(string dataFolder) => new() { DataFolder = dataFolder, People = 30 };

    protected static SocketsHttpHandler TrustingHandler(string caFile) => new()
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(caFile) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };

    protected Task<HttpResponseMessage> GraphAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, new Uri(Server.GraphUrl + path), GraphToken, body, headers);

    protected async Task<JsonNode> GraphJsonAsync(
        string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await GraphAsync(method, path, body, headers);
        return await ReadAsync(response);
    }

    protected Task<HttpResponseMessage> TeamsAsync(string method, string path, object? body = null) =>
        SendAsync(method, new Uri(Server.ServiceUrl, path), Server.EntraTokens.Create(Server.EntraTokens.Cloud.Connector, []), body);

    protected async Task<HttpResponseMessage> SendAsync(
        string method, Uri address, string? token, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request);
    }

    protected static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    protected static async Task<string?> ErrorCodeAsync(HttpResponseMessage response) =>
        (string?)(await ReadAsync(response))["error"]?["code"];
}
