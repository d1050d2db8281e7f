using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsConnectBot.Sandbox.Tests.Support;

/// <summary>A stand-in for the service: keeps what Teams and Graph send, and answers as a test specifies.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubService(WebApplication app) => this.app = app;

    public ConcurrentQueue<(JsonObject Activity, string? Token)> Activities { get; } = new();

    public ConcurrentQueue<JsonObject> Notifications { get; } = new();

    /// <summary>Released once per notification.</summary>
    public SemaphoreSlim Notified { get; } = new(0);

    public Func<JsonObject, IResult> Answer { get; set; } = _ => Results.Ok();

    public Func<string, IResult> Handshake { get; set; } = token => Results.Text(token);

    public Uri Url => new(app.Urls.Single());

    public static async Task<StubService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new StubService(app);
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            service.Activities.Enqueue((activity, request.Headers.Authorization.ToString() is { Length: > 7 } header ? header[7..] : null));
            return service.Answer(activity);
        });
        app.MapPost("/notifications", async (HttpRequest request) =>
        {
            if (request.Query["validationToken"].ToString() is { Length: > 0 } token)
            {
                return service.Handshake(token);
            }

            service.Notifications.Enqueue((await JsonNode.ParseAsync(request.Body))!["value"]![0]!.AsObject());
            service.Notified.Release();
            return Results.Accepted();
        });
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Notified.Dispose();
    }
}
