using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Matching;

namespace TeamsConnectBot.Core.Tests.HelpRequests;

/// <summary>Who is asked for help, over made-up pools.</summary>
public sealed class HelperChoiceProperties
{
    private const string Asker = "asker";
    private const string Manager = "p00";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Order_AnyPool_NeverHasTheAskerTheirManagerOrAReport(int seed) =>
        Made(seed) is var pool && Order(pool, seed).All(person =>
            person.Id is not (Asker or Manager) && !string.Equals(person.ManagerId, Asker, StringComparison.OrdinalIgnoreCase));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Order_AnyPool_NeverHasAPairOfWhomOneWouldRatherNot(int seed) =>
        Made(seed) is var pool && Order(pool, seed).All(person => !pool.Wishes.Contains(new PersonPair(Asker, person.Id)));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Order_AnyPool_HasOnlyPeopleWhoSpeakTheLanguageAndMayBeAskedAboutIt(int seed) =>
        Made(seed) is var pool
        && Order(pool, seed).All(person => person.Languages.Contains("nl") && (person.FitsTopic || person.Anything));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Order_AnyPool_HasNobodyWhoseAllowanceIsUsed(int seed) =>
        Made(seed) is var pool && Order(pool, seed).All(person =>
            person.LastAskedAt is not { } last || Now - last >= Duration.FromDays(person.Silences switch { 0 => 7, 1 => 14, _ => 28 }));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Order_AnyPool_HasEverybodyWhoMayBeAskedOnce(int seed)
    {
        var pool = Made(seed);
        return Order(pool, seed).Select(person => person.Id).Order(StringComparer.Ordinal)
            .SequenceEqual(pool.People.Where(person => pool.Choice.MayAsk(person, Now)).Select(person => person.Id)
                .Order(StringComparer.Ordinal));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Wave_AnyPool_IsThreeAtMostAndMixedWhereItCanBe(int seed)
    {
        var free = Order(Made(seed), seed);
        var wave = HelperChoice.Wave(free);
        var (fitting, others) = (free.Count(person => person.FitsTopic), free.Count(person => !person.FitsTopic));
        return wave.Length == Math.Min(3, free.Length)
            && wave.Count(person => !person.FitsTopic) >= Math.Min(1, others)
            && wave.Count(person => person.FitsTopic) >= Math.Min(2, fitting);
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Wave_AnyPool_TakesWhoeverWasAskedLeastRecentlyAmongThoseAlike(int seed)
    {
        var free = Order(Made(seed), seed);
        var wave = HelperChoice.Wave(free);
        return new[] { true, false }.All(fits =>
        {
            var asked = wave.Where(person => person.FitsTopic == fits).Select(AskedAt).ToList();
            var left = free.Except(wave).Where(person => person.FitsTopic == fits).Select(AskedAt).ToList();
            return asked.Count == 0 || left.Count == 0 || asked.Max() <= left.Min();
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public bool Order_SamePoolInAnotherOrderWithTheSameSeed_IsTheSame(int seed)
    {
        var pool = Made(seed);
        return Order(pool, seed).SequenceEqual(pool.Choice.Order(pool.People.Reverse(), Now, seed));
    }

    [Test]
    public void Order_OtherSeeds_DecideTiesDifferently()
    {
        var people = Enumerable.Range(1, 9).Select(number => new HelpCandidate { Id = $"p{number}", Languages = ["nl"], Anything = true });
        var choice = new HelperChoice(Asker, null, "nl", []);
        var first = Enumerable.Range(0, 60).Select(seed => choice.Order(people, Now, seed)[0].Id).Distinct();
        Assert.That(first.Count(), Is.EqualTo(9), "each of nine who were never asked comes first for some seed");
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool IsComplete_ReadingOn_DoesNotChangeWhetherTheWaveIsFullAndMixed(int seed)
    {
        var all = Order(Made(seed), seed);
        for (var read = 0; read <= all.Length; read++)
        {
            var (free, rest) = (all[..read], all[read..]);
            if (HelperChoice.IsComplete(free, rest))
            {
                var (now, later) = (HelperChoice.Wave(free), HelperChoice.Wave(all));
                return now.Length == later.Length && now.Any(person => person.FitsTopic) == later.Any(person => person.FitsTopic)
                    && now.Any(person => !person.FitsTopic) == later.Any(person => !person.FitsTopic);
            }
        }

        return false;
    }

    private static Instant AskedAt(HelpCandidate person) => person.LastAskedAt ?? Instant.MinValue;

    private static ImmutableArray<HelpCandidate> Order(Pool pool, int seed) => pool.Choice.Order(pool.People, Now, seed);

    private static Pool Made(int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, random.Next(30)).Select(number => new HelpCandidate
        {
            Id = $"p{number:00}",
            ManagerId = random.Next(6) switch { 0 => Asker, 1 => "ASKER", 2 => Manager, _ => null },
            Languages = random.Next(4) == 0 ? ["en"] : ["nl", "en"],
            FitsTopic = random.Next(3) == 0,
            Anything = random.Next(3) > 0,
            LastAskedAt = random.Next(2) == 0 ? null : Now - Duration.FromHours(random.Next(40 * 24)),
            Silences = random.Next(4),
        }).Append(new HelpCandidate { Id = Asker, Languages = ["nl"], Anything = true }).ToImmutableArray();
        ImmutableHashSet<PersonPair> wishes =
            [.. people.Where(person => person.Id != Asker && random.Next(5) == 0).Select(person => new PersonPair(person.Id, Asker))];
        return new Pool(people, wishes, new HelperChoice(Asker, Manager, "nl", wishes));
    }

    private sealed record Pool(ImmutableArray<HelpCandidate> People, ImmutableHashSet<PersonPair> Wishes, HelperChoice Choice);
}
