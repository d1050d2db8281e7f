using System.Collections.Immutable;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>Everything about a ritual that people decide. A change is a new plan, and undoing it restores the old one.</summary>
internal sealed record RitualPlan
{
    public required string Name { get; init; }

    public RitualTemplate Template { get; init; }

    /// <summary>An RFC 5545 rule without its start, such as <c>FREQ=WEEKLY;BYDAY=FR</c>; empty for a single occurrence.</summary>
    public required string Rule { get; init; }

    /// <summary>The first day, in <see cref="Zone"/>.</summary>
    public required LocalDate First { get; init; }

    public required LocalTime At { get; init; }

    public required int Minutes { get; init; }

    public required string Zone { get; init; }

    /// <summary>Occurrences skipped or moved, by their day according to the rule.</summary>
    public ImmutableArray<PlanException> Exceptions { get; init; } = [];

    /// <summary>The first day it may take place again.</summary>
    public LocalDate? PausedUntil { get; init; }

    public bool IsEnded { get; init; }

    /// <summary>
    /// Whether it posts a question instead of bringing people together: it has no host, no length and no event, and is not announced
    /// beforehand.
    /// </summary>
    public bool IsPost => Template == RitualTemplate.Question;

    public DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>The same plan with one occurrence skipped or moved, replacing an earlier exception for that day.</summary>
    public RitualPlan With(PlanException exception) => this with
    {
        Exceptions = [.. Exceptions.Where(other => other.Date != exception.Date).Append(exception).OrderBy(other => other.Date)],
    };

    // Compares the exceptions by value, so that two plans read from the database can be equal.
    public bool Equals(RitualPlan? other) =>
        other is not null && Name == other.Name && Template == other.Template && Rule == other.Rule && First == other.First
        && At == other.At && Minutes == other.Minutes && Zone == other.Zone && PausedUntil == other.PausedUntil
        && IsEnded == other.IsEnded && Exceptions.SequenceEqual(other.Exceptions);

    public override int GetHashCode() => HashCode.Combine(Name, Rule, First, At, Minutes, PausedUntil, IsEnded, Exceptions.Length);
}

/// <param name="Date">The day according to the rule.</param>
/// <param name="MovedTo">When the occurrence takes place instead; null when it is skipped.</param>
internal sealed record PlanException(LocalDate Date, LocalDateTime? MovedTo);
