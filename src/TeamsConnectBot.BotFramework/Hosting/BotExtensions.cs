using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Puts what the SDK lacks under a bot in an ASP.NET Core host.</summary>
public static class BotExtensions
{
    /// <summary>
    /// Registers what <see cref="ConnectAdapter"/> is made of, the <see cref="TeamsConnector"/> and, unless the service registered its own
    /// (which may be scoped), an <see cref="IActivityLedger"/> in memory. Options that make no sense stop the start.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="section">The section that holds <see cref="BotOptions"/>.</param>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<BotOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BotOptions>, BotOptionsValidator>());
        services.TryAddSingleton<IActivityLedger, InMemoryActivityLedger>();
        services.TryAddSingleton(WorkingOnIt.Usual);
        services.AddSingleton<BotServices>();
        services.AddSingleton(provider => provider.GetRequiredService<BotServices>().CreateHandler());
        services.AddSingleton(provider =>
            provider.GetRequiredService<BotServices>().CreateClients(provider.GetRequiredService<ConnectorHandler>()));
        services.AddSingleton(provider => provider.GetRequiredService<BotServices>().CreateConnector(
            provider.GetRequiredService<KeptConnectors>(), provider.GetRequiredService<ConnectorHandler>()));
        services.AddSingleton(provider =>
            provider.GetRequiredService<BotServices>().CreateAuthentication(provider.GetRequiredService<KeptConnectors>()));
        services.AddSingleton<BotFrameworkAuthentication>(provider => provider.GetRequiredService<ConnectAuthentication>());
        services.AddSingleton<TurnsInFlight>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnsInFlight>());
        services.AddSingleton<LateAnswer>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TurnRunner>(provider, TimeProvider.System));
        services.AddSingleton(provider => new AdapterParts(
            provider.GetRequiredService<ConnectAuthentication>(),
            provider.GetRequiredService<TurnRunner>(),
            provider.GetRequiredService<TeamsConnector>(),
            provider.GetRequiredService<IOptions<BotOptions>>()));
        return services;
    }

    /// <summary>Takes activities at a path. They are authenticated by the adapter, not by the host's own authorisation.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="pattern">The path, <c>/api/messages</c> by custom.</param>
    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapPost(pattern, (
                HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken stop) =>
                adapter.ProcessAsync(request, response, bot, stop))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
