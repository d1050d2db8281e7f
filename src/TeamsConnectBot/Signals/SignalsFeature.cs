using Microsoft.Extensions.Options;
using TeamsConnectBot.Graph.Copilot;
using TeamsConnectBot.Signals.Notifications;

namespace TeamsConnectBot.Signals;

internal static class SignalsFeature
{
    public static IServiceCollection AddSignals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignalsOptions>().Bind(configuration.GetSection(SignalsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignalsOptions>, SignalsValidation>();
        services.AddSingleton<SignalApprovals>();
        services.AddSingleton<ReportedDays>();
        services.AddSingleton<GraphInteractions>();
        services.AddSingleton<WatchEndings>();
        services.AddSingleton<InteractionDays>();
        services.AddSingleton<InteractionWatches>();
        services.AddSingleton<InteractionNotices>();
        return services;
    }
}
