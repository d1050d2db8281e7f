using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Rules;

/// <summary>When one person lets themselves be asked. Everything is counted in their own zone and working days.</summary>
public sealed record NudgeLimits
{
    /// <summary>Their working hours; nothing is sent outside them.</summary>
    public required WorkingHours Hours { get; init; }

    /// <summary>The most nudges in their own week; null leaves it to the pool. Never more than the pool's.</summary>
    public int? MostPerWeek { get; init => field = value is { } most ? Allowed.Within(most, 0, 5) : null; }

    /// <summary>When their pause ends; null when there is none, <see cref="Instant.MaxValue"/> for one without an end.</summary>
    public Instant? PausedUntil { get; init; }

    /// <summary>When they last said 'not this week'; it holds to the end of their own week.</summary>
    public Instant? NotThisWeekSaidAt { get; init; }

    /// <summary>Hours of the day in which they want quiet; null when none.</summary>
    public DailySpan? QuietHours { get; init; }

    /// <summary>Hours of their day in which the rule that nudges wants quiet; null when none.</summary>
    public DailySpan? RuleQuietHours { get; init; }

    /// <summary>Focus time that is never interrupted.</summary>
    public ImmutableArray<Interval> FocusTime { get; init; } = [];

    /// <summary>Public holidays and days off, as dates in their own zone.</summary>
    public ImmutableHashSet<LocalDate> Holidays { get; init; } = [];
}
