using System.Collections.Immutable;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>While a round has calendars in memory, counts the people without any free slot in its week, as a measure of workload.</summary>
internal static class WithoutGap
{
    private const int QuarterHour = 15;

    /// <summary>
    /// Includes only people who allowed their calendar: usual hours alone say nothing about workload. Whoever is invited, if only for
    /// lunch, has a slot.
    /// </summary>
    public static AggregateQuery In(PoolSnapshot gathered, PoolOptions pool, LocalDate monday, IReadOnlySet<string> invited)
    {
        var known = gathered.People.Where(person => person.Participant.GapsAllowedAt is not null && person.Entry.Mail is not null).ToList();
        var full = known.Where(person => !invited.Contains(person.Member.Id)
            && !person.Member.Free.Gaps().Any(gap => gap.Length * QuarterHour >= pool.Minutes));
        return new AggregateQuery(AggregateView.WithoutGap, pool.Id, monday, Pseudonyms(known), Pseudonyms(full));
    }

    private static ImmutableHashSet<string> Pseudonyms(IEnumerable<PersonSnapshot> people) =>
        [.. people.Select(person => Pseudonym.Of(person.Participant))];
}
