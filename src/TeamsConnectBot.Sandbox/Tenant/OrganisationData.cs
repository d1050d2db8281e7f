using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>What a tenant is filled with: generated from a seed, or read from files.</summary>
internal sealed record OrganisationData(ImmutableArray<Person> People, BusyTimeOf BusyTime, UsedAiOn UsedAi)
{
    /// <summary>The first day anything in the data happens; null when it has none.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>What was left out while reading, for whoever started the sandbox.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
