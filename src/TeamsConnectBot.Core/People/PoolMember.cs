using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.People;

/// <summary>
/// A participant as one round sees them: what decides whom they may meet and when. Made for the round, never stored.
/// </summary>
public sealed record PoolMember
{
    /// <summary>The Entra object id, the only key a person has. Also the tie-breaker that keeps results repeatable.</summary>
    public required string Id { get; init; }

    /// <summary>The office they belong to; null when they have none.</summary>
    public string? Office { get; init; }

    /// <summary>Their department; null when unknown.</summary>
    public string? Department { get; init; }

    /// <summary>The Entra object id of their manager; a manager and their report are never brought together.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The zone their days are counted in.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Languages they would have a conversation in, as two-letter codes (<c>nl</c>, <c>en</c>); never empty.</summary>
    public required ImmutableHashSet<string> Languages { get; init; }

    /// <summary>What they would come for; empty when anything goes.</summary>
    public ImmutableHashSet<Offer> Offers { get; init; } = [];

    /// <summary>Days of the round's week on which they are in their office.</summary>
    public ImmutableHashSet<IsoDayOfWeek> OfficeDays { get; init; } = [];

    /// <summary>Whether they would meet online.</summary>
    public bool AcceptsOnline { get; init; } = true;

    /// <summary>Whether they would meet in person.</summary>
    public bool AcceptsInPerson { get; init; } = true;

    /// <summary>When they are free inside their own working hours.</summary>
    public required WeekAvailability Free { get; init; }

    /// <summary>0 … 1000: how much a contact would help now. It orders, it never excludes.</summary>
    public int Need { get; init; }

    /// <summary>How many rounds in a row they said yes and were left out; they go first.</summary>
    public int TurnsLeftOut { get; init; }

    /// <summary>Whether they prefer people they have not met through the bot.</summary>
    public bool PrefersNewPeople { get; init; } = true;
}
