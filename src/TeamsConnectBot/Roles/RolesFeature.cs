using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Roles;

internal static class RolesFeature
{
    public static IServiceCollection AddRoles(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<RoleOptions>(configuration.GetSection(RoleOptions.Section))
        .AddSingleton<GraphGroups>().AddSingleton<RoleDirectory>();
}
