namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>When a person works, in their own zone. An end before the start is on the next day.</summary>
internal sealed record WorkSchedule(Weekdays Days, LocalTime Start, LocalTime End)
{
    /// <summary>Monday to Friday, 9:00 to 17:30.</summary>
    public static WorkSchedule Office { get; } = new(Weekdays.WorkWeek, new LocalTime(9, 0), new LocalTime(17, 30));

    /// <summary>Whether a stretch of one of its days, which ends on the same day, is working time.</summary>
    public bool Covers(LocalTime from, LocalTime until) =>
        Start < End ? from >= Start && until <= End : from >= Start || until <= End;

    /// <summary>The length of a working day.</summary>
    public Duration Length => Duration.FromTicks(End.TickOfDay - Start.TickOfDay) + (End > Start ? Duration.Zero : Duration.FromDays(1));
}
