using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

/// <summary>
/// An attacker knows exactly whom every published number is about, asks random queries while people join, leave and change, and adds and
/// subtracts the numbers to learn something about one person. Everything they can learn in this way is the span of the published sets.
/// </summary>
public sealed class IsolationProperties
{
    private static readonly LocalDate Monday = new(2026, 1, 12);
    private static readonly AggregateView[] Views = Enum.GetValues<AggregateView>();

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public bool Ask_RandomHistory_NobodyCanBeIsolated(int seed) =>
        !LinearSpan.IsolatesSomebody(History(seed, new Aggregate().Ask));

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public bool Ask_RandomHistory_VersionsDifferByNobodyOrByEnoughPeople(int seed)
    {
        var published = History(seed, new Aggregate().Ask);
        return published.GroupBy(each => (each.View, each.Audience)).All(versions =>
            versions.All(one => versions.All(other => one.People.SymmetricExcept(other.People).Count is 0 or >= 10)));
    }

    [FsCheck.NUnit.Property(MaxTest = 25)]
    public bool Ask_RandomHistoryWithLowestMinimum_NobodyCanBeIsolated(int seed) =>
        !LinearSpan.IsolatesSomebody(History(seed, new Aggregate(Aggregate.LowestMinimum).Ask));

    [Test]
    public void Attack_CountsThatOnlyCheckTheirSize_Succeeds()
    {
        var isolated = Enumerable.Range(0, 10).Count(seed => LinearSpan.IsolatesSomebody(History(seed, (query, _, today) =>
            new AggregateAnswer(
                query.Counted.Count >= 10 ? new(query.View, query.Audience, query.Period, query.People, query.Counted, today) : null,
                true))));
        Assert.That(isolated, Is.EqualTo(10));
    }

    [Test]
    public void Attack_ThousandsOfQueries_IsolatesNobody()
    {
        const int Histories = 40;
        var asked = 0;
        var isolated = Enumerable.Range(1000, Histories).Count(seed => LinearSpan.IsolatesSomebody(History(seed, (query, earlier, today) =>
        {
            asked++;
            return new Aggregate().Ask(query, earlier, today);
        })));
        TestContext.Out.WriteLine($"{asked} queries in {Histories} histories, {isolated} people isolated");
        Assert.That((asked > 4000, isolated), Is.EqualTo((true, 0)));
    }

    [Test]
    public void Ask_RandomHistories_StillPublishesEnough() =>
        Assert.That(Enumerable.Range(0, 20).Average(seed => History(seed, new Aggregate().Ask).Count), Is.GreaterThan(5));

    private static List<Publication> History(
        int seed, Func<AggregateQuery, IReadOnlyCollection<Publication>, LocalDate, AggregateAnswer> ask)
    {
        var random = new Random(seed);
        var published = new List<Publication>();
        var present = Enumerable.Range(0, 150).Select(number => $"p{number}").ToImmutableHashSet();
        var traits = Views.ToDictionary(view => view, _ => present.Where(_ => random.Next(2) == 0).ToImmutableHashSet());
        for (var step = 0; step < 120; step++)
        {
            var joining = random.Next(4) == 0 ? random.Next(25) : random.Next(2);
            var newcomers = Enumerable.Range(0, joining).Select(number => $"n{step}-{number}");
            var leavers = present.OrderBy(_ => random.Next()).Take(random.Next(6) == 0 ? random.Next(25) : random.Next(2)).ToList();
            present = present.Union(newcomers).Except(leavers);
            var view = Views[random.Next(Views.Length)];
            var flips = present.OrderBy(_ => random.Next()).Take(random.Next(4) == 0 ? random.Next(60) : random.Next(2)).ToList();
            traits[view] = traits[view].SymmetricExcept(flips).Intersect(present);

            var audience = random.Next(3);
            var people = audience == 0 ? present : present.Where(person => person.Length % 2 == audience - 1).ToImmutableHashSet();
            LocalDate? period = random.Next(2) == 0 ? null : Monday.PlusWeeks(step / 30);
            var answer = ask(new(view, $"audience {audience}", period, people, traits[view]), published, Monday.PlusDays(step));
            if (answer is { IsNew: true, Published: { } fresh })
            {
                published.Add(fresh);
            }
        }

        return published;
    }
}
