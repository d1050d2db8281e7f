using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.Tests.Graph;

/// <summary>
/// A stub of Graph on loopback that answers only the routes a test sets up and records every other request as unexpected.
/// </summary>
internal sealed class GraphServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<(string Method, string Path, Func<RecordedRequest, Reply> Answer)> routes = [];

    private GraphServer(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public string Root => $"{Address}v1.0";

    public ConcurrentQueue<RecordedRequest> Requests { get; } = [];

    public ConcurrentQueue<string> Unexpected { get; } = [];

    public static async Task<GraphServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new GraphServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        var address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Address = new Uri(address + "/");
        return server;
    }

    /// <summary>Removes all routes and recorded requests, for the next test.</summary>
    public void Reset()
    {
        routes.Clear();
        Requests.Clear();
        Unexpected.Clear();
    }

    /// <summary>Answers every request with this method whose path, below the version, is exactly this.</summary>
    public void On(string method, string path, Func<RecordedRequest, Reply> answer) => routes.Insert(0, (method, path, answer));

    /// <summary>Sends these replies one after another; the last one repeats.</summary>
    public void OnSequence(string method, string path, params Reply[] replies)
    {
        var turn = 0;
        On(method, path, _ => replies[Math.Min(Interlocked.Increment(ref turn), replies.Length) - 1]);
    }

    /// <summary>Answers each part of every <c>$batch</c>, in reverse order, as Graph may.</summary>
    public void OnBatch(Func<JsonObject, JsonObject> answerPart) => On("POST", "/$batch", request =>
    {
        var parts = request.Json["requests"]!.AsArray().Select(p => p!.AsObject()).ToList();
        Assert.That(parts, Has.Count.InRange(1, 20), "Graph accepts at most 20 parts");
        var responses = new JsonArray();
        foreach (var part in Enumerable.Reverse(parts))
        {
            var response = answerPart(part);
            response["id"] = part["id"]!.GetValue<string>();
            responses.Add(response);
        }

        return Reply.Json(new JsonObject { ["responses"] = responses });
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new RecordedRequest(
            context.Request.Method,
            context.Request.Path.Value!.Replace("/v1.0", "", StringComparison.Ordinal),
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        Requests.Enqueue(request);
        var route = routes.FirstOrDefault(r => r.Method == request.Method && r.Path == request.Path);
        if (route.Answer is null)
        {
            Unexpected.Enqueue($"{request.Method} {request.Path}{request.Query}");
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return;
        }

        await route.Answer(request).WriteAsync(context);
    }
}
