using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>
/// The SDK's own adapter, with the service's authentication, and a bot that answers every click at once: what a click costs before a bot
/// does anything. A process of its own, as the service is.
/// </summary>
internal static class EmptyBot
{
    public const string Name = "empty-bot";

    public static Command CreateCommand()
    {
        var settings = new Argument<string[]>("settings") { Description = "The service's own settings, after --." };
        var command = new Command(Name, "A bot that only answers; started by the command clicks.") { settings };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(settings), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddBotFramework(builder.Configuration.GetSection(BotOptions.Section));
        await using var app = builder.Build();
        var adapter = new CloudAdapter(app.Services.GetRequiredService<ConnectAuthentication>());
        var bot = new Bot();
        app.MapGet("/health/live", () => Results.Ok());
        app.MapPost(MessagingEndpoint.Path, (HttpRequest request, HttpResponse response, CancellationToken stop) =>
            adapter.ProcessAsync(request, response, bot, stop));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private sealed class Bot : TeamsActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200, Type = "application/vnd.microsoft.card.adaptive",
                Value = new { type = "AdaptiveCard", version = "1.5", body = Array.Empty<object>() },
            });
    }
}
