using TeamsConnectBot.Rules.Book;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rules;

internal static class RulesFeature
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<RuleBook>()
        .AddSingleton<RuleDrafts>()
        .AddSingleton<Publishing>()
        .AddSingleton<Approving>()
        .AddSingleton<RuleTransfer>()
        .AddSingleton<EverythingStop>()
        .AddSingleton<ExperimentRunner>()
        .AddSingleton<ExperimentPublisher>()
        .AddRulePersonalData()

        // After the clean-up at night.
        .AddRecurringJob<FiguresJob>(FiguresJob.Key, _ => Schedules.Cron("0 0 4 * * ?"));
}
