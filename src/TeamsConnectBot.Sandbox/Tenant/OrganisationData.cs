namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A person's own busy time that overlaps a period, in any order; always the same for the same period.</summary>
internal delegate IEnumerable<BusyBlock> BusyTimeOf(Person person, Instant from, Instant to);

/// <summary>Whether a person used an AI tool on a day in their own time zone.</summary>
internal delegate bool UsedAiOn(Person person, LocalDate day);

/// <summary>The contents of a tenant: generated from a seed, or read from files.</summary>
internal sealed record OrganisationData(ImmutableArray<Person> People, BusyTimeOf BusyTime, UsedAiOn UsedAi)
{
    /// <summary>The day of the earliest busy time; null when there is none.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>What was left out or ignored while reading files, to show to whoever starts the sandbox.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
