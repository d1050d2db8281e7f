using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Rules;

/// <summary>When a person may be asked, in their own time zone and working days.</summary>
public sealed record NudgeLimits
{
    /// <summary>Their working hours; nothing is sent outside them.</summary>
    public required WorkingHours Hours { get; init; }

    /// <summary>The hours they reported themselves, which narrow <see cref="Hours"/>; empty when they reported none.</summary>
    public ImmutableArray<WorkingHours> Reported { get; init; } = [];

    /// <summary>The maximum number of nudges in their own week; null leaves it to the pool. Never more than the pool's.</summary>
    public int? MostPerWeek { get; init => field = value is { } most ? Allowed.Within(most, 0, 5) : null; }

    /// <summary>At most one nudge in this number of their own weeks: 1 … 8; 1 leaves it to <see cref="MostPerWeek"/>.</summary>
    public int WeeksBetween { get; init => field = Allowed.Within(value, 1, 8); } = 1;

    /// <summary>When their pause ends; null if they did not pause, <see cref="Instant.MaxValue"/> for a pause without an end.</summary>
    public Instant? PausedUntil { get; init; }

    /// <summary>When they last said 'not this week', which holds until the end of their own week.</summary>
    public Instant? NotThisWeekSaidAt { get; init; }

    /// <summary>The pool's quiet hours, in the person's time zone; null if none.</summary>
    public DailySpan? QuietHours { get; init; }

    /// <summary>The quiet hours of the rule that nudges, in the person's time zone; null if none.</summary>
    public DailySpan? RuleQuietHours { get; init; }

    /// <summary>Public holidays and days off, as dates in their own zone.</summary>
    public ImmutableHashSet<LocalDate> Holidays { get; init; } = [];
}
