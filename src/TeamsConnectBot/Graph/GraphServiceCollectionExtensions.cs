using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph;

internal static class GraphServiceCollectionExtensions
{
    /// <summary>Adds reading people, free/busy and AI use, and writing the service mailbox's events.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<GraphOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        services.AddSingleton(provider => GraphCredential.Create(provider.GetRequiredService<IOptions<GraphOptions>>().Value));
        services.AddSingleton<GraphConnection>();
        services.AddSingleton<GraphTransport>();
        services.AddSingleton<GraphPages>();
        services.AddSingleton<GraphBatch>();
        services.AddSingleton<ManagerLookup>();
        services.AddSingleton<GraphDirectory>();
        services.AddSingleton<ColleagueSearch>();
        services.AddSingleton<GraphDepartments>();
        services.AddSingleton<GraphSchedules>();
        services.AddSingleton<GraphEvents>();
        services.AddSingleton<CopilotUsageReport>();
        return services;
    }
}
