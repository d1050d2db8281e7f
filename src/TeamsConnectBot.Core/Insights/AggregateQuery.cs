namespace TeamsConnectBot.Core.Insights;

/// <summary>A request for a count. People are pseudonyms, keyed hashes, so that the stored part of a count names nobody.</summary>
/// <param name="View">The question.</param>
/// <param name="Audience">The fixed group it is about: the id of a pool.</param>
/// <param name="Period">The first day of the closed period it is about; null for a view of the current state.</param>
/// <param name="People">Everyone in the audience.</param>
/// <param name="Counted">Those who count; anyone outside <paramref name="People"/> is ignored.</param>
public sealed record AggregateQuery(
    AggregateView View, string Audience, LocalDate? Period, ImmutableHashSet<string> People, ImmutableHashSet<string> Counted);
