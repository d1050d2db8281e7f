using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Puts a bot into an ASP.NET Core host.</summary>
public static class BotExtensions
{
    /// <summary>
    /// Registers the bot, its <see cref="Connector.ConnectorClient"/> and, unless the service registered its own (which may be scoped),
    /// an <see cref="IActivityLedger"/> in memory. Options that make no sense stop the start.
    /// </summary>
    /// <typeparam name="THandler">What the bot does.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="section">The section that holds <see cref="BotOptions"/>.</param>
    public static IServiceCollection AddBot<THandler>(this IServiceCollection services, IConfigurationSection section)
        where THandler : TeamsActivityHandler
    {
        services.AddOptions<BotOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BotOptions>, BotOptionsValidator>());
        services.TryAddSingleton<IActivityLedger, InMemoryActivityLedger>();
        services.AddScoped<TeamsActivityHandler, THandler>();
        services.AddSingleton<BotServices>();
        services.AddSingleton(provider => provider.GetRequiredService<BotServices>().CreateConnector());
        services.AddSingleton(provider => provider.GetRequiredService<BotServices>().CreateGate());
        services.AddSingleton<TurnsInFlight>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnsInFlight>());
        services.AddSingleton(provider => new TurnRunner(
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TurnsInFlight>(),
            provider.GetRequiredService<Connector.ConnectorClient>(),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<TurnRunner>>()));
        services.AddSingleton(provider => new BotEndpoint(
            provider.GetRequiredService<BotGate>(),
            provider.GetRequiredService<TurnRunner>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            TimeProvider.System));
        return services;
    }

    /// <summary>Takes activities at a path. They are authenticated here, not by the host's own authorisation.</summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="pattern">The path, <c>/api/messages</c> by custom.</param>
    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapPost(pattern, (HttpContext http, BotEndpoint endpoint) => endpoint.HandleAsync(http))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
