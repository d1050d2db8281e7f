using TeamsConnectBot.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Rounds;

internal static class RoundsFeature
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddSingleton<RoundStart>().AddSingleton<RoundTimetable>().AddSingleton<Gathering>()
        .AddSingleton<AiUseReadings>().AddSingleton<NudgeHistory>().AddSingleton<Nudges>()
        .AddSingleton<PoolHistoryReader>().AddSingleton<RoundPlanning>().AddSingleton<PoolMoves>().AddSingleton<Inviting>()
        .AddSingleton<SettledRound>().AddSingleton<Settling>().AddSingleton<LeftOut>()
        .AddDueTask<Inviting>(DueTaskKind.InviteRound, (inviting, task, cancellationToken) => inviting.InviteAsync(task, cancellationToken))
        .AddDueTask<Settling>(DueTaskKind.SettleRound, (settling, task, cancellationToken) => settling.SettleAsync(task, cancellationToken))
        .AddSingleton<AiWeekPicture>()
        .AddJob<RoundJob>()
        .AddHostedService<RoundTriggers>()

        // While the days of the week before are still there, and once the meetings of this week are over.
        .AddRecurringJob<AiWeekJob>(AiWeekJob.Key, _ => Schedules.Cron("0 30 22 ? * SUN"))
        .AddRecurringJob<PlanRoundsJob>(PlanRoundsJob.Key, _ => Schedules.Cron("0 45 3 * * ?"));
}
