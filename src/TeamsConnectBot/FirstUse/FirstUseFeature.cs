using TeamsConnectBot.Conversations;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.FirstUse;

internal static class FirstUseFeature
{
    public static IServiceCollection AddFirstUse(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FirstUseOptions>().Bind(configuration.GetSection(FirstUseOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<FirstUseOptions>, FirstUseValidation>()
            .AddSingleton<FirstUseDecision>()
            .AddSingleton<UseDecision>(provider => provider.GetRequiredService<FirstUseDecision>())
            .AddSingleton<SecretVote>().AddSingleton<VoteOpening>().AddSingleton<UseVoteMessages>()
            .AddSingleton<MessageSource>(provider => provider.GetRequiredService<UseVoteMessages>())
            .AddSingleton<CardActionHandler, UseVoteAction>()
            .AddFirstUsePersonalData()

            // Where the participants decide by vote, a vote is counted within an hour after it closes.
            .AddRecurringJob<VoteJob>(VoteJob.Key, provider =>
                provider.GetRequiredService<IOptions<FirstUseOptions>>().Value is { Body: FirstUseBody.Vote }
                    ? Schedules.Cron("0 0 * * * ?") : null);
    }
}
