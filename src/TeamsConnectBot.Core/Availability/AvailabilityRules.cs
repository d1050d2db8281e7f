namespace TeamsConnectBot.Core.Availability;

/// <summary>What narrows a person's availability besides their calendar, their own preferences included. It never adds time.</summary>
public sealed record AvailabilityRules
{
    /// <summary>No preferences, and five minutes kept free around meetings.</summary>
    public static AvailabilityRules Default { get; } = new();

    /// <summary>Minutes kept free before and after every meeting: 0 … 60, default 5.</summary>
    public int MarginMinutes { get; init => field = Allowed.Within(value, 0, 60); } = 5;

    /// <summary>A daily break in the person's own time zone during which they are left alone; null for none.</summary>
    public DailySpan? LunchBreak { get; init; }

    /// <summary>The days and hours at which the person would like to meet, as they told us; empty means whenever they work.</summary>
    public ImmutableArray<WorkingHours> UsualHours { get; init; } = [];

    /// <summary>Public holidays and days off, as dates in the person's own time zone.</summary>
    public ImmutableHashSet<LocalDate> Holidays { get; init; } = [];
}
