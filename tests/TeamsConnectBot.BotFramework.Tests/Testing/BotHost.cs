using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>A bot on a loopback port, registered with a <see cref="FakeChannel"/>.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "7c0e2b0c-0000-4000-8000-000000000001";
    public const string TenantId = "7c0e2b0c-0000-4000-8000-0000000000aa";

    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private readonly FakeChannel channel;

    private BotHost(FakeChannel channel, WebApplication app) => (this.channel, this.app) = (channel, app);

    public Script Script => app.Services.GetRequiredService<Script>();

    public LogRecorder Log => app.Services.GetRequiredService<LogRecorder>();

    public TeamsConnector Connector => app.Services.GetRequiredService<TeamsConnector>();

    public IServiceProvider Services => app.Services;

    public Uri Address => new(new Uri(app.Urls.First()), "/api/messages");

    public static async Task<BotHost> StartAsync(
        FakeChannel channel, Action<Dictionary<string, string?>>? configure = null, string environment = "Production",
        Action<IServiceCollection>? services = null)
    {
        var settings = Settings(channel);
        configure?.Invoke(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Script>();
        builder.Services.AddSingleton<LogRecorder>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogRecorder>());
        services?.Invoke(builder.Services);
        builder.Services
            .AddBotFramework(builder.Configuration.GetSection(BotOptions.Section))
            .AddTransient<IBot, ScriptedHandler>();
        var app = builder.Build();
        app.MapBot("/api/messages");
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new BotHost(channel, app);
    }

    public JsonObject Activity(string type, Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = channel.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:anna", ["name"] = "Anna", ["aadObjectId"] = "anna-entra" },
            ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "Bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
            ["locale"] = "nl-NL",
        };
        change?.Invoke(activity);
        return activity;
    }

    public JsonObject Message(string text) => Activity("message", a => a["text"] = text);

    public JsonObject Click(string verb, string id = "7") => Activity("invoke", a =>
    {
        a["name"] = "adaptiveCard/action";
        a["replyToId"] = "card-1";
        a["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = new JsonObject { ["id"] = id } },
            ["trigger"] = "manual",
        };
    });

    public Task<BotAnswer> PostAsync(JsonNode activity) => PostAsync(activity.ToJsonString(), channel.Token.Write());

    public async Task<BotAnswer> PostAsync(
        string body, string? token, string contentType = "application/json", Action<HttpRequestMessage>? change = null)
    {
        using var response = await SendAsync(new StringContent(body, Encoding.UTF8, contentType), token, change);
        var text = await response.Content.ReadAsStringAsync();
        return new BotAnswer((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Posts any content.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpContent content, string? token, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        change?.Invoke(request);
        return await http.SendAsync(request);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    public static Dictionary<string, string?> Settings(FakeChannel channel) => new()
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = TenantId,
        ["Bot:ClientSecret"] = "the-secret",
        ["Bot:Authority"] = channel.Address,
        ["Bot:OpenIdMetadata"] = $"{channel.Address}/metadata",
        ["Bot:ServiceUrlHosts:0"] = "localhost",
        ["Bot:DefaultServiceUrl"] = channel.ServiceUrl,
        ["Bot:ExtraCaFile"] = channel.Certificates.CaFile,
        ["Bot:Connector:RetryDelay"] = "00:00:00.001",
    };
}

internal sealed record BotAnswer(int Status, JsonNode? Body);

internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
