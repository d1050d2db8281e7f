using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Rules;

internal static class RulesFeature
{
    public static IServiceCollection AddRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RolesOptions>().Bind(configuration.GetSection(RolesOptions.Section)).ValidateOnStart();
        services.AddOptions<FirstUseOptions>().Bind(configuration.GetSection(FirstUseOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<RolesOptions>, RolesValidation>()
            .AddSingleton<IValidateOptions<FirstUseOptions>, FirstUseValidation>()
            .AddSingleton<GraphMemberships>()
            .AddSingleton<OfficeBook>()
            .AddSingleton<AuditLog>()
            .AddSingleton<RuleBook>()
            .AddSingleton<RuleDrafts>()
            .AddSingleton<Publishing>()
            .AddSingleton<Approving>()
            .AddSingleton<RuleTransfer>()
            .AddSingleton<FirstUse>()
            .AddSingleton<SecretVote>()
            .AddSingleton<EverythingStop>();
    }
}
