using Microsoft.Extensions.Options;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Graph.People;

namespace TeamsConnectBot.Rules;

internal static class RulesFeature
{
    public static IServiceCollection AddRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RoleOptions>().Bind(configuration.GetSection(RoleOptions.Section));
        services.AddOptions<FirstUseOptions>().Bind(configuration.GetSection(FirstUseOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<FirstUseOptions>, FirstUseValidation>()
            .AddSingleton<GraphGroups>()
            .AddSingleton<OfficeBook>()
            .AddSingleton<AuditLog>()
            .AddSingleton<RuleBook>()
            .AddSingleton<RuleDrafts>()
            .AddSingleton<Publishing>()
            .AddSingleton<Approving>()
            .AddSingleton<RuleTransfer>()
            .AddSingleton<FirstUse>()
            .AddSingleton<SecretVote>()
            .AddSingleton<VoteOpening>()
            .AddSingleton<EverythingStop>()
            .AddSingleton<Rehearsal>()
            .AddSingleton<TryPermission>()
            .AddSingleton<DryRunLedger>()
            .AddSingleton<DryRun>()
            .AddSingleton<Trials>()
            .AddSingleton<TrialPublisher>()
            .AddSingleton<OfficeReport>();
    }
}
