namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// Produces every count that anyone sees. It refuses a count that would reveal something about fewer people than the group minimum: by
/// itself, through what remains when it is subtracted from the whole, or combined with anything published before. Queries must be asked in
/// a fixed order, the most useful view first, because each publication limits what can be published later.
/// </summary>
public sealed class Aggregate
{
    /// <summary>The group minimum, unless the works council approved a lower one.</summary>
    public const int DefaultMinimum = 10;

    /// <summary>The lowest group minimum that can be approved.</summary>
    public const int LowestMinimum = 5;

    /// <summary>By how many people a version must differ from every earlier one, unless it does not differ at all.</summary>
    public const int LeastChange = 10;

    // Whoever has no slot is not invited to their pool's round, so they are in none of these counts of the same pool and period.
    private static readonly AggregateView[] NobodyWithoutGap =
        [AggregateView.Invited, AggregateView.SaidYes, AggregateView.Met, AggregateView.NudgedMoreThanOnce];

    private readonly int minimum;

    /// <summary>Creates it for a group minimum of 5 … 1000 people, 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is out of range.</exception>
    public Aggregate(int groupMinimum = DefaultMinimum) =>
        minimum = Allowed.Within(groupMinimum, LowestMinimum, 1000, nameof(groupMinimum));

    /// <summary>Answers a query.</summary>
    /// <param name="query">The question, about people as they are now.</param>
    /// <param name="earlier">Everything published before, for all views, audiences and periods.</param>
    /// <param name="today">The day of publication.</param>
    /// <returns>A new count, the last one that may still be shown, or nothing.</returns>
    public AggregateAnswer Ask(AggregateQuery query, IReadOnlyCollection<Publication> earlier, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(earlier);
        var people = PeopleAsPublished(query, earlier);
        var fresh = new Publication(query.View, query.Audience, query.Period, people, query.Counted.Intersect(people), today);
        var versions = VersionsOf(query, earlier).FindAll(old => old.Period == query.Period);
        var isNew = !versions.Exists(old => old.People.SetEquals(fresh.People) && old.Counted.SetEquals(fresh.Counted))
            && versions.TrueForAll(old => DiffersEnough(old.Counted, fresh.Counted)) && HidesEveryone(fresh, earlier);
        return new AggregateAnswer(isNew ? fresh : versions.MaxBy(old => old.On), isNew);
    }

    /// <summary>
    /// Answers queries whose counts only mean something beside each other: all of them, or none. Nobody may count in two of them, and those
    /// who count in none must be a group that is large enough too.
    /// </summary>
    /// <param name="queries">At least one query, all about the same people and period, each with a view of its own.</param>
    /// <param name="earlier">Everything published before, for all views, audiences and periods.</param>
    /// <param name="today">The day of publication.</param>
    /// <returns>A new count for each query, in their order; none when one of them must not be published.</returns>
    /// <exception cref="ArgumentException">The queries are about different people, audiences or periods.</exception>
    public ImmutableArray<Publication> AskTogether(
        IReadOnlyList<AggregateQuery> queries, IReadOnlyCollection<Publication> earlier, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(earlier);
        if (queries.Any(query => query.Audience != queries[0].Audience || query.Period != queries[0].Period
            || !query.People.SetEquals(queries[0].People)))
        {
            throw new ArgumentException("The queries must all be about the same people and period.", nameof(queries));
        }

        var fresh = ImmutableArray.CreateBuilder<Publication>(queries.Count);
        foreach (var query in queries)
        {
            if (Ask(query, [.. earlier, .. fresh], today) is not { IsNew: true, Published: { } published })
            {
                return [];
            }

            fresh.Add(published);
        }

        var counted = fresh.SelectMany(publication => publication.Counted).ToList();
        var isApart = counted.Count == counted.Distinct().Count();
        return isApart && fresh.All(publication => publication.Of - counted.Count >= minimum) ? fresh.MoveToImmutable() : [];
    }

    /// <summary>
    /// Answers a question about anonymous answers. The result is null when those who agreed, or those who did not, are fewer than the
    /// minimum. Otherwise it is given in ranges, because anonymous answers cannot be compared with those of an earlier count.
    /// </summary>
    /// <param name="tally">A closed tally.</param>
    /// <returns>What may be shown; null when there are too few answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More people agreed than answered, or a number is negative.</exception>
    public TallyAnswer? Ask(Tally tally) => IsLargeEnough(tally.Agreed, tally.Answered, nameof(tally))
        ? new TallyAnswer(PercentRange.Of((double)tally.Agreed / tally.Answered), CountRange.Of(tally.Answered))
        : null;

    /// <summary>
    /// Answers how many people a round counted for one reason. The result is null when those, or the others, are fewer than the minimum.
    /// Otherwise it is a range, because it is not recorded whom an earlier count was about.
    /// </summary>
    /// <param name="count">A count that is made once.</param>
    /// <returns>What may be shown; null when there are too few people.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More people were counted than there were, or a number is negative.</exception>
    public CountRange? Ask(RoundCount count) =>
        IsLargeEnough(count.Counted, count.People, nameof(count)) ? CountRange.Of(count.Counted) : null;

    /// <summary>
    /// Answers how large a group is in which everybody counts, for sizing something up. The result is null when it has fewer people than
    /// the minimum, and otherwise a range, in which one person who joins or leaves is rarely seen.
    /// </summary>
    /// <param name="people">How many people there are; 0 or more.</param>
    public CountRange? SizeOf(int people)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        return people >= minimum ? CountRange.Of(people) : null;
    }

    private bool IsLargeEnough(int counted, int people, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(counted, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counted, people, name);
        return counted >= minimum && people - counted >= minimum;
    }

    /// <summary>
    /// The audience as it is now, or as it was last published when too few people have joined or left since: until enough have, the
    /// count stays about the people of the last publication.
    /// </summary>
    private static ImmutableHashSet<string> PeopleAsPublished(AggregateQuery query, IReadOnlyCollection<Publication> earlier)
    {
        var versions = VersionsOf(query, earlier);
        return versions.TrueForAll(old => DiffersEnough(old.People, query.People)) ? query.People : versions.MaxBy(old => old.On)!.People;
    }

    private static List<Publication> VersionsOf(AggregateQuery query, IReadOnlyCollection<Publication> earlier) =>
        [.. earlier.Where(old => old.View == query.View && old.Audience == query.Audience)];

    private static bool DiffersEnough(ImmutableHashSet<string> old, ImmutableHashSet<string> now) =>
        old.SymmetricExcept(now).Count is 0 or >= LeastChange;

    /// <summary>
    /// However published counts are added and subtracted, they only distinguish people who are in different sets. So it suffices that
    /// every group of people who are in exactly the same sets is large, and that in every group that the audiences distinguish, both the
    /// people who count and those who do not reach the minimum.
    /// </summary>
    private bool HidesEveryone(Publication fresh, IReadOnlyCollection<Publication> earlier)
    {
        List<Publication> period = [.. earlier.Where(old => old.Period == fresh.Period), fresh];
        var alike = Partition.By(period.SelectMany(publication => new[] { publication.People, publication.Counted })).ToList();
        if (alike.Exists(group => group.Count < minimum)
            || period.Exists(old => old.Unnamed is { } unnamed && !HidesUnnamed(old, unnamed, fresh, period, alike)))
        {
            return false;
        }

        var sameView = period.Where(publication => publication.View == fresh.View && publication.Unnamed is null).ToList();
        var groups = Partition.By(sameView.Select(publication => publication.People)).ToList();
        return sameView.TrueForAll(publication => groups.Where(group => publication.People.Contains(group[0])).All(group =>
        {
            var count = group.Count(publication.Counted.Contains);
            return count >= minimum && group.Count - count >= minimum;
        }));
    }

    /// <summary>
    /// Whether a count of which it is not kept who counted allows another one: when that is about other people, or when it is certain that
    /// nobody counts in both. Those who counted are then somewhere among the people who count in nothing, who must be alike, since it is
    /// not known which of them they are, and enough others must be left.
    /// </summary>
    private bool HidesUnnamed(
        Publication old, int unnamed, Publication fresh, List<Publication> period, List<IReadOnlyList<string>> alike)
    {
        if (!old.People.Overlaps(fresh.People))
        {
            return true;
        }

        if (old.View != AggregateView.WithoutGap || old.Audience != fresh.Audience || !NobodyWithoutGap.Contains(fresh.View))
        {
            return false;
        }

        var rest = alike.FindAll(group =>
            old.People.Contains(group[0]) && !period.Exists(publication => publication.Counted.Contains(group[0])));
        return rest is [var others] && others.Count - unnamed >= minimum;
    }
}
