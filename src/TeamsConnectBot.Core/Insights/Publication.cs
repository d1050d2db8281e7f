namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// A count as it was published. All publications are kept, so that the next one combined with them reveals nothing about a few people.
/// </summary>
/// <param name="View">The question.</param>
/// <param name="Audience">The fixed group it was about.</param>
/// <param name="Period">The period; null for a view of the current state.</param>
/// <param name="People">The pseudonyms of everyone it was about.</param>
/// <param name="Counted">The pseudonyms of those who counted.</param>
/// <param name="On">The day of publication.</param>
public sealed record Publication(
    AggregateView View, string Audience, LocalDate? Period, ImmutableHashSet<string> People, ImmutableHashSet<string> Counted, LocalDate On)
{
    /// <summary>The published number.</summary>
    public int Count => Unnamed ?? Counted.Count;

    /// <summary>
    /// The published number when it is not kept who counted, and <see cref="Counted"/> is empty; null when it is kept.
    /// </summary>
    public int? Unnamed { get; init; }

    /// <summary>How many people it was about.</summary>
    public int Of => People.Count;

    /// <summary>
    /// Replaces an erased person with a random stand-in. Their place must stay: the difference from a new count without it would reveal
    /// what the erased person had answered.
    /// </summary>
    public Publication Erase(string pseudonym, string standIn) => this with
    {
        People = Replace(People, pseudonym, standIn),
        Counted = Replace(Counted, pseudonym, standIn),
    };

    private static ImmutableHashSet<string> Replace(ImmutableHashSet<string> set, string pseudonym, string standIn)
    {
        var rest = set.Remove(pseudonym);
        return rest.Count == set.Count ? set : rest.Add(standIn);
    }
}
