using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals.Notifications;

namespace TeamsConnectBot.Signals;

internal static class SignalsFeature
{
    public static IServiceCollection AddSignals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignalsOptions>().Bind(configuration.GetSection(SignalsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignalsOptions>, SignalsValidation>();
        services.AddSingleton<SignalApprovals>().AddSingleton<GraphInteractions>();
        services.AddSingleton<WatchEndings>().AddSingleton<InteractionDays>();
        services.AddSingleton<InteractionWatches>().AddSingleton<InteractionNotices>();
        services.AddDueTask<WatchEndings>(
            DueTaskKind.EndWatch, (endings, task, cancellationToken) => endings.TellGraphAsync(task, cancellationToken));
        services.AddRecurringJob<UsageReportJob>(
            UsageReportJob.Key, provider => SettingsOf(provider).CopilotReport ? Schedules.Cron("0 0 5 * * ?") : null);
        services.AddRecurringJob<InteractionWatchJob>(
            InteractionWatchJob.Key, provider => SettingsOf(provider).CopilotNotifications ? Schedules.Cron("0 20 * * * ?") : null);
        services.AddHostedService<SourceRequests>().AddHostedService<SwitchedOffWatches>();
        return services.AddSignalPersonalData();
    }

    private static SignalsOptions SettingsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<SignalsOptions>>().Value;
}
