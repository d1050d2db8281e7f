using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// A count as it was published. All of them are kept: the next one must not tell, beside these, anything about a few people.
/// </summary>
/// <param name="View">What was asked.</param>
/// <param name="Audience">Which fixed group it was about.</param>
/// <param name="Period">The period; null for a view of how things stand.</param>
/// <param name="People">The pseudonyms it was about.</param>
/// <param name="Counted">The pseudonyms that counted.</param>
/// <param name="On">The day it was published.</param>
public sealed record Publication(
    AggregateView View, string Audience, LocalDate? Period, ImmutableHashSet<string> People, ImmutableHashSet<string> Counted, LocalDate On)
{
    /// <summary>The number published.</summary>
    public int Count => Counted.Count;

    /// <summary>How many people it was about.</summary>
    public int Of => People.Count;

    /// <summary>
    /// Puts a random stand-in where an erased person was. Their place must stay: a count made anew without it would tell, by its
    /// difference, what the erased person had answered.
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
