using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Graph.Events;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph;

internal static class GraphServiceCollectionExtensions
{
    /// <summary>Adds access to people, free/busy, AI use and the service mailbox's events.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddCloud();
        services.AddOptions<GraphOptions>().Bind(section).PostConfigure<MicrosoftCloud>((graph, cloud) => graph.FillFrom(cloud))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        services.AddSingleton(provider => GraphCredential.Create(
            provider.GetRequiredService<IOptions<GraphOptions>>().Value, provider.GetRequiredService<ILogger<GraphCredential>>()));
        return services.AddSingleton<GraphConnection>().AddSingleton<GraphTransport>().AddSingleton<GraphPages>().AddSingleton<GraphBatch>()
            .AddSingleton<UserLookup>().AddSingleton<ManagerLookup>().AddSingleton<GraphDirectory>()
            .AddSingleton<ColleagueSearch>().AddSingleton<GraphDepartments>().AddSingleton<GraphMemberIds>().AddSingleton<GraphMembership>()
            .AddSingleton<GraphSchedules>().AddSingleton<GraphEvents>().AddSingleton<GraphOnlineMeetings>()
            .AddSingleton<CopilotUsageReport>();
    }
}
