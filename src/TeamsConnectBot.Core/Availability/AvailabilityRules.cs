using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Availability;

/// <summary>What narrows a person's availability beside their calendar. The person's own wishes are in it; all of them only take time away.</summary>
public sealed record AvailabilityRules
{
    /// <summary>No wishes, five minutes kept around meetings.</summary>
    public static AvailabilityRules Default { get; } = new();

    /// <summary>Minutes kept free before and after every meeting: 0 … 60, 5 unless set.</summary>
    public int MarginMinutes { get; init => field = Allowed.Within(value, 0, 60); } = 5;

    /// <summary>A break in the person's own zone in which they are left alone; null when they want none.</summary>
    public DailySpan? LunchBreak { get; init; }

    /// <summary>The days and hours on which the person would meet, told by themselves; empty means whenever they work.</summary>
    public ImmutableArray<WorkingHours> UsualHours { get; init; } = [];

    /// <summary>Focus time the person or their team protects.</summary>
    public ImmutableArray<Interval> FocusTime { get; init; } = [];

    /// <summary>Public holidays and days off, as dates in the person's own zone.</summary>
    public ImmutableHashSet<LocalDate> Holidays { get; init; } = [];
}
