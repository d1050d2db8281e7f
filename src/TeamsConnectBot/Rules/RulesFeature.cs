using Microsoft.Extensions.Options;
using TeamsConnectBot.Admin.Commands;
using TeamsConnectBot.Audit;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Standstill;
using TeamsConnectBot.Rules.Experiments;

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
            .AddSingleton<FirstUseDecision>()
            .AddSingleton<SecretVote>()
            .AddSingleton<VoteOpening>()
            .AddSingleton<EverythingStop>()
            .AddSingleton<Rehearsal>()
            .AddSingleton<TryPermission>()
            .AddSingleton<DryRunLedger>()
            .AddSingleton<DryRun>()
            .AddSingleton<ExperimentRunner>()
            .AddSingleton<ExperimentPublisher>()
            .AddSingleton<OfficeReport>();
    }
}
