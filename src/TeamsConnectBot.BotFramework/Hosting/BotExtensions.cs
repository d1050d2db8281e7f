using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Adds the bot's channel to an ASP.NET Core host.</summary>
public static class BotExtensions
{
    /// <summary>
    /// Registers the <see cref="ConnectAdapter"/>, the <see cref="Connector.TeamsConnector"/> and, unless the service registered its own
    /// (which may be scoped), an in-memory <see cref="IActivityLedger"/>. Invalid options stop the host at startup.
    /// </summary>
    /// <param name="services">The service collection to add to.</param>
    /// <param name="section">The section with the <see cref="BotOptions"/>.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddCloud();
        services.AddOptions<BotOptions>().Bind(section).PostConfigure<MicrosoftCloud>((bot, cloud) => bot.FillFrom(cloud))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BotOptions>, BotOptionsValidator>());
        services.TryAddSingleton<IActivityLedger, InMemoryActivityLedger>();
        services.TryAddSingleton(LateTexts.Default);
        return services
            .AddSingleton<BotServices>()
            .AddSingleton(provider => provider.GetRequiredService<BotServices>().Connector)
            .AddSingleton(provider => provider.GetRequiredService<BotServices>().Files)
            .AddSingleton(provider => provider.GetRequiredService<BotServices>().Authentication)
            .AddSingleton<TurnsInFlight>()
            .AddHostedService(provider => provider.GetRequiredService<TurnsInFlight>())
            .AddSingleton<AskerMessages>()
            .AddSingleton<LateAnswer>()
            .AddSingleton<TurnRunner>()
            .AddSingleton<IBotFrameworkHttpAdapter>(provider => new ConnectAdapter(
                provider.GetRequiredService<BotServices>(), provider.GetRequiredService<TurnRunner>(),
                provider.GetRequiredService<IOptions<BotOptions>>().Value.AnswerWithin));
    }

    /// <summary>Maps the endpoint that receives activities. The adapter authenticates them, not the host's authorization.</summary>
    /// <param name="endpoints">The route builder to add to.</param>
    /// <param name="pattern">The path, usually <c>/api/messages</c>.</param>
    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapPost(pattern, (
                HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken stop) =>
                adapter.ProcessAsync(request, response, bot, stop))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
