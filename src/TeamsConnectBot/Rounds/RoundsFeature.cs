using TeamsConnectBot.Availability;

namespace TeamsConnectBot.Rounds;

internal static class RoundsFeature
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddSingleton<RoundStart>()
        .AddSingleton<RoundTimetable>()
        .AddSingleton<Gathering>()
        .AddSingleton<AiUseReadings>()
        .AddSingleton<NudgeHistory>()
        .AddSingleton<Nudges>()
        .AddSingleton<PoolHistoryReader>()
        .AddSingleton<RoundPlanning>()
        .AddSingleton<Inviting>()
        .AddSingleton<AnswersClosed>()
        .AddSingleton<SettledRound>()
        .AddSingleton<Settling>();
}
