using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Makes every count that anyone sees, and refuses those that would tell something about fewer people than the group minimum:
/// by itself, by what is left when it is taken from the whole, or beside everything published before. It is asked in a fixed order,
/// the most useful view first, because what is published limits what can still be.
/// </summary>
public sealed class Aggregate
{
    /// <summary>The group minimum unless the works council approved a lower one.</summary>
    public const int DefaultMinimum = 10;

    /// <summary>The lowest group minimum there is.</summary>
    public const int LowestMinimum = 5;

    /// <summary>By how many people a version must differ from every earlier one, unless it differs by none.</summary>
    public const int LeastChange = 10;

    private readonly int minimum;

    /// <summary>Creates it for a group minimum: 5 … 1000 people, 10 as a rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is out of range.</exception>
    public Aggregate(int groupMinimum = DefaultMinimum) => minimum = Allowed.Within(groupMinimum, LowestMinimum, 1000, nameof(groupMinimum));

    /// <summary>Answers a query.</summary>
    /// <param name="query">The question, about people as they are now.</param>
    /// <param name="earlier">Everything published before, of all views, audiences and periods.</param>
    /// <param name="today">The day to publish on.</param>
    /// <returns>A new count, the last one that may still be shown, or nothing.</returns>
    public AggregateAnswer Ask(AggregateQuery query, IReadOnlyCollection<Publication> earlier, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(earlier);
        var people = PeopleAsPublished(query, earlier);
        var fresh = new Publication(query.View, query.Audience, query.Period, people, query.Counted.Intersect(people), today);
        var versions = earlier.Where(old => old.View == query.View && old.Audience == query.Audience && old.Period == query.Period).ToList();
        var same = versions.FirstOrDefault(old => old.People.SetEquals(fresh.People) && old.Counted.SetEquals(fresh.Counted));
        if (same is null && versions.All(old => Differs(old.Counted, fresh.Counted)) && HidesEveryone(fresh, earlier))
        {
            return new AggregateAnswer(fresh, IsNew: true);
        }

        return new AggregateAnswer(versions.MaxBy(old => old.On), IsNew: false);
    }

    /// <summary>
    /// Answers a question about answers without names. Nothing when those who agreed, or those who did not, are fewer than the
    /// minimum; ranges otherwise, since who answered can't be compared with who did before.
    /// </summary>
    /// <param name="tally">A closed tally.</param>
    /// <returns>What may be shown; null for too few.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More agreed than answered, or a number is negative.</exception>
    public TallyAnswer? Ask(Tally tally)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tally.Agreed, nameof(tally));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tally.Agreed, tally.Answered, nameof(tally));
        return tally.Agreed >= minimum && tally.Answered - tally.Agreed >= minimum
            ? new TallyAnswer(PercentRange.Of((double)tally.Agreed / tally.Answered), CountRange.Of(tally.Answered))
            : null;
    }

    /// <summary>
    /// Answers how many people a round counted for one reason. Nothing when those, or the others, are fewer than the minimum; a
    /// range otherwise, since nobody knows whom an earlier count was about.
    /// </summary>
    /// <param name="count">A count that is made once.</param>
    /// <returns>What may be shown; null for too few.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More counted than there were people, or a number is negative.</exception>
    public CountRange? Ask(RoundCount count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count.Counted, nameof(count));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count.Counted, count.People, nameof(count));
        return count.Counted >= minimum && count.People - count.Counted >= minimum ? CountRange.Of(count.Counted) : null;
    }

    /// <summary>
    /// The audience as it is now, or as it was last published when too few people came or went since: then the count is about
    /// those, until enough have.
    /// </summary>
    private static ImmutableHashSet<string> PeopleAsPublished(AggregateQuery query, IReadOnlyCollection<Publication> earlier)
    {
        var versions = earlier.Where(old => old.View == query.View && old.Audience == query.Audience).OrderByDescending(old => old.On).ToList();
        return versions.All(old => Differs(old.People, query.People)) ? query.People : versions[0].People;
    }

    private static bool Differs(ImmutableHashSet<string> old, ImmutableHashSet<string> now)
    {
        var difference = old.SymmetricExcept(now).Count;
        return difference is 0 or >= LeastChange;
    }

    /// <summary>
    /// Whatever is added to and taken from each other, published counts only tell apart people who are in different sets. So it is
    /// enough that each group of people who are in exactly the same sets is large (1), and that in none of the groups the audiences
    /// tell apart nearly all or nearly none count (2).
    /// </summary>
    private bool HidesEveryone(Publication fresh, IReadOnlyCollection<Publication> earlier)
    {
        List<Publication> period = [.. earlier.Where(old => old.Period == fresh.Period), fresh];
        var alike = Partition.By(period.SelectMany(publication => new[] { publication.People, publication.Counted }));
        if (alike.Any(group => group.Count < minimum))
        {
            return false;
        }

        var sameView = period.Where(publication => publication.View == fresh.View).ToList();
        var groups = Partition.By(sameView.Select(publication => publication.People)).ToList();
        return sameView.All(publication => groups.Where(group => publication.People.Contains(group[0])).All(group =>
        {
            var count = group.Count(publication.Counted.Contains);
            return count >= minimum && group.Count - count >= minimum;
        }));
    }
}
