using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.BotFramework.Clouds;

/// <summary>Adds the cloud that the setting <c>Cloud</c> chooses.</summary>
public static class CloudExtensions
{
    /// <summary>Binds <see cref="CloudOptions"/>, refuses a wrong one at startup, and registers the cloud's row.</summary>
    /// <param name="services">The service collection to add to.</param>
    /// <param name="configuration">The root of the configuration.</param>
    public static IServiceCollection AddClouds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CloudOptions>().Bind(configuration).ValidateOnStart();
        return services.AddCloud();
    }

    /// <summary>Registers the cloud's row; that of the public cloud where the setting was not bound.</summary>
    /// <param name="services">The service collection to add to.</param>
    public static IServiceCollection AddCloud(this IServiceCollection services)
    {
        services.AddOptions<CloudOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CloudOptions>, CloudOptionsValidator>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<CloudOptions>>().Value.Row());
        return services;
    }
}
