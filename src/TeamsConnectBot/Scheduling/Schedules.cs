using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>The schedules of recurring jobs.</summary>
internal static class Schedules
{
    public static IScheduleBuilder Every(TimeSpan interval) => SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever()
        .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount);

    /// <summary>A cron expression in UTC. Times in other zones are calculated with NodaTime.</summary>
    public static IScheduleBuilder Cron(string expression) => CronScheduleBuilder.Create(expression).InTimeZone(TimeZoneInfo.Utc)
        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);
}
