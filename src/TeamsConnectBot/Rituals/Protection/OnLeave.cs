using NodaTime;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>Who is away at a time: one entry covers it and the hours around it. They neither host it nor planned over it.</summary>
internal static class OnLeave
{
    private static readonly Duration Margin = Duration.FromHours(2);

    /// <summary>What has to be read to tell.</summary>
    public static Interval Around(Interval time) => new(time.Start - Margin, time.End + Margin);

    public static bool Is(KnownSchedule schedule, Interval around) => schedule.Entries.Any(entry => entry.Start <= around.Start && around.End <= entry.End);
}
