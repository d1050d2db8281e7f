using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

/// <summary>
/// Counts that are published together: four groups of people, as in the picture of AI weeks, among other counts of the same weeks. An
/// attacker knows whom each number is about, and adds and subtracts.
/// </summary>
public sealed class TogetherProperties
{
    private static readonly LocalDate Monday = new(2026, 1, 12);

    private static readonly AggregateView[] Four =
        [AggregateView.AiWeekMet, AggregateView.AiWeekAlone, AggregateView.OtherWeekMet, AggregateView.OtherWeekAlone];

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public bool AskTogether_RandomHistory_NobodyCanBeIsolated(int seed) => !LinearSpan.IsolatesSomebody(History(seed));

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public bool AskTogether_RandomHistory_EveryGroupAndTheRestHasTenPeople(int seed) =>
        History(seed).Where(publication => Four.Contains(publication.View)).GroupBy(publication => publication.Period).All(picture =>
            picture.Count() == Four.Length
            && picture.All(group => group.Count >= 10)
            && picture.First().Of - picture.Sum(group => group.Count) >= 10);

    [Test]
    public void AskTogether_RandomHistories_StillPublishes() =>
        Assert.That(Enumerable.Range(0, 20).Count(seed => History(seed).Any(one => Four.Contains(one.View))), Is.GreaterThan(5));

    [TestCase(10, 10, 10, 10, 10, 4)]
    [TestCase(9, 10, 10, 10, 10, 0)]
    [TestCase(10, 10, 10, 9, 10, 0)]
    [TestCase(10, 10, 10, 10, 9, 0, Description = "the rest is too small")]
    [TestCase(10, 10, 10, 10, 0, 0, Description = "no rest: it would be certain of everybody that they are in a group")]
    public void AskTogether_FiveGroups_PublishesAllOrNothing(int one, int two, int three, int four, int rest, int published) =>
        Assert.That(new Aggregate().AskTogether(Queries([one, two, three, four], rest), [], Monday), Has.Length.EqualTo(published));

    [Test]
    public void AskTogether_SomebodyInTwoGroups_PublishesNothing()
    {
        var queries = Queries([20, 20, 20, 20], 20);
        queries[1] = queries[1] with { Counted = queries[1].Counted.Union(queries[0].Counted) };
        Assert.That(new Aggregate().AskTogether(queries, [], Monday), Is.Empty);
    }

    [Test]
    public void AskTogether_BesideACountThatSplitsAGroup_PublishesNothing()
    {
        var queries = Queries([20, 20, 20, 20], 20);
        var met = new Aggregate().Ask(
            queries[0] with { View = AggregateView.Met, Counted = [.. queries[0].Counted.Order().Skip(3)] }, [], Monday).Published!;
        Assert.That(new Aggregate().AskTogether(queries, [met], Monday), Is.Empty);
    }

    [Test]
    public void AskTogether_AboutDifferentPeople_Throws()
    {
        var queries = Queries([20, 20, 20, 20], 20);
        queries[1] = queries[1] with { People = queries[1].People.Add("one more") };
        Assert.That(
            () => new Aggregate().AskTogether(queries, [], Monday),
            Throws.ArgumentException.With.Message.Contains("must all be about the same people and period"));
    }

    private static List<AggregateQuery> Queries(int[] groups, int rest)
    {
        var people = Enumerable.Range(0, groups.Sum() + rest).Select(number => $"p{number:000}").ToList();
        return [.. groups.Select((size, index) => new AggregateQuery(
            Four[index], "pool", Monday, [.. people], [.. people.Skip(groups.Take(index).Sum()).Take(size)]))];
    }

    // Four weeks, in each of which the picture and other counts are asked in any order, while people join, leave and change.
    private static List<Publication> History(int seed)
    {
        var random = new Random(seed);
        var published = new List<Publication>();
        var present = Enumerable.Range(0, 160).Select(number => $"p{number}").ToImmutableHashSet();
        for (var week = 0; week < 4; week++)
        {
            var monday = Monday.PlusWeeks(week);
            present = present.Union(Enumerable.Range(0, random.Next(3) * random.Next(12)).Select(number => $"n{week}-{number}"))
                .Except(present.OrderBy(_ => random.Next()).Take(random.Next(3) * random.Next(12)));
            var groupOf = present.ToDictionary(person => person, _ => random.Next(5));
            var met = groupOf.Where(person => person.Value is 0 or 2).Select(person => person.Key)
                .Union(present.Where(_ => random.Next(40) == 0)).ToImmutableHashSet();
            foreach (var step in Enumerable.Range(0, 3).OrderBy(_ => random.Next()))
            {
                if (step == 0)
                {
                    published.AddRange(new Aggregate().AskTogether(
                        [.. Four.Select((view, group) => new AggregateQuery(
                            view, "pool", monday, present, [.. present.Where(person => groupOf[person] == group)]))],
                        published, monday.PlusDays(6)));
                    continue;
                }

                var counted = step == 1 ? met : met.Union(present.Where(_ => random.Next(3) == 0));
                var view = step == 1 ? AggregateView.Met : AggregateView.SaidYes;
                var query = new AggregateQuery(view, "pool", monday, present, counted);
                if (new Aggregate().Ask(query, published, monday.PlusDays(6)) is { IsNew: true, Published: { } fresh })
                {
                    published.Add(fresh);
                }
            }
        }

        return published;
    }
}
