using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rules;

internal static class RulesFeature
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<RuleStore>()
        .AddSingleton<RuleDrafts>()
        .AddSingleton<Publishing>()
        .AddSingleton<Approving>().AddSingleton<SettingApprovals>().AddSingleton<Lapsing>()
        .AddSingleton<RuleTransfer>()
        .AddSingleton<EverythingStop>()
        .AddSingleton<ExperimentRunner>()
        .AddSingleton<ExperimentPublisher>()
        .AddRulePersonalData()

        // Soon after the day on which a yes ends; a round looks by itself.
        .AddRecurringJob<LapseJob>(LapseJob.Key, _ => Schedules.Cron("0 5 0 * * ?"))

        // After the nightly clean-up.
        .AddRecurringJob<FiguresJob>(FiguresJob.Key, _ => Schedules.Cron("0 0 4 * * ?"));
}
