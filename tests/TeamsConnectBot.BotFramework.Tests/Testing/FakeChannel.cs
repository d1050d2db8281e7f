using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>
/// Entra, the channel's metadata and the connector on one loopback address over https. An unexpected connector request is answered with 599
/// and fails the test in <see cref="DisposeAsync"/>.
/// </summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    public const string AccessToken = "the-access-token";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Request, Func<HttpContext, Task> Answer)> expected = new();
    private readonly ConcurrentQueue<string> unexpected = new();

    private FakeChannel(TestCertificates certificates)
    {
        Certificates = certificates;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(Certificates.Server)));
        app = builder.Build();
        app.MapGet("/metadata", () => MetadataAvailable
            ? Results.Text(new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = $"{Address}/keys" }.ToJsonString())
            : Results.StatusCode(503));
        app.MapGet("/keys", () =>
        {
            Interlocked.Increment(ref KeyFetches);
            return Results.Text(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(k => (JsonNode)k.ToJson())]) }.ToJsonString());
        });
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (string tenant) => Results.Json(new
        {
            issuer = $"{Address}/{tenant}/v2.0",
            authorization_endpoint = $"{Address}/{tenant}/oauth2/v2.0/authorize",
            token_endpoint = $"{Address}/{tenant}/oauth2/v2.0/token",
        }));
        app.MapPost("/{tenant}/oauth2/v2.0/token", (Delegate)TokenAsync);
        app.Map("/teams/{**path}", AnswerAsync);
    }

    public TestCertificates Certificates { get; }

    public IReadOnlyList<SigningKey> Keys { get; set; } = [SigningKey.Channel];

    public bool MetadataAvailable { get; set; } = true;

    public int KeyFetches;

    public ConcurrentQueue<string> TokenRequests { get; } = new();

    /// <summary>The thumbprints of the certificates that signed token requests.</summary>
    public ConcurrentQueue<string> Assertions { get; } = new();

    public ConcurrentQueue<(string Request, string Body, string? Authorization, string? ContentType)> Received { get; } = new();

    public string Address { get; private set; } = "";

    public string ServiceUrl => $"{Address}/teams/";

    public ChannelToken Token => new() { Key = Keys[0], ServiceUrl = ServiceUrl };

    public static async Task<FakeChannel> StartAsync(string host = "localhost")
    {
        var channel = new FakeChannel(TestCertificates.For(host));
        await channel.app.StartAsync();
        channel.Address = $"https://localhost:{new Uri(channel.app.Urls.First()).Port}";
        return channel;
    }

    /// <summary>The next connector request must be this one: <c>METHOD path-and-query</c>, relative to the service URL.</summary>
    public FakeChannel Expect(string request, int status, string body = "", params (string Name, string Value)[] headers) =>
        Expect(request, async http =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                http.Response.Headers[name] = value;
            }

            await http.Response.WriteAsync(body);
        });

    public FakeChannel Expect(string request, Func<HttpContext, Task> answer)
    {
        expected.Enqueue((request, answer));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Assert.Multiple(() =>
        {
            Assert.That(unexpected, Is.Empty, "unexpected connector requests");
            Assert.That(expected.Select(e => e.Request), Is.Empty, "expected connector requests that were not made");
        });
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        TokenRequests.Enqueue($"{http.Request.Path} {form["grant_type"]} {form["client_id"]} {form["scope"]}");
        if (form["client_assertion"] is [{ Length: > 0 } assertion])
        {
            Assertions.Enqueue(new JsonWebToken(assertion).GetHeaderValue<string>("x5t#S256"));
        }

        return Results.Json(new { token_type = "Bearer", expires_in = 3599, ext_expires_in = 3599, access_token = AccessToken });
    }

    private async Task AnswerAsync(HttpContext http)
    {
        // The raw target, because ASP.NET decodes the path and some tests are about escaping.
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget["/teams/".Length..];
        var request = $"{http.Request.Method} {target}";
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        Received.Enqueue((request, await reader.ReadToEndAsync(), http.Request.Headers.Authorization, http.Request.ContentType));
        if (expected.TryPeek(out var next) && next.Request == request && expected.TryDequeue(out next))
        {
            await next.Answer(http);
            return;
        }

        unexpected.Enqueue(request);
        http.Response.StatusCode = 599;
    }
}
