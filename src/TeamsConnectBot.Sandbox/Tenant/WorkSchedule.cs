using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>When a person works, in their own zone. An end before the start lies on the next day.</summary>
internal sealed record WorkSchedule(Weekdays Days, LocalTime Start, LocalTime End)
{
    /// <summary>Monday to Friday, nine to five thirty.</summary>
    public static WorkSchedule Office { get; } = new(Weekdays.WorkWeek, new LocalTime(9, 0), new LocalTime(17, 30));

    /// <summary>How long a working day lasts.</summary>
    public Duration Length
    {
        get
        {
            var ticks = End.TickOfDay - Start.TickOfDay;
            return Duration.FromTicks(ticks > 0 ? ticks : ticks + NodaConstants.TicksPerDay);
        }
    }
}
