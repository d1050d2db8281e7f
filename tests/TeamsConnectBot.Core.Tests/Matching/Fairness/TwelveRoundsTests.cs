using TeamsConnectBot.Core.Tests.Matching.Simulation;

namespace TeamsConnectBot.Core.Tests.Matching.Fairness;

/// <summary>Twelve weekly rounds: nobody may be left out twice in a row without need, and nobody may meet again too soon.</summary>
public sealed class TwelveRoundsTests
{
    private const int Runs = 3;
    private static readonly int[] SmallPools = [8, 9, 10, 11, 12, 13, 14];

    [TestCase(0.45)]
    [TestCase(0.75)]
    public void Pairs_PoolOf8To14_NobodyIsLeftOutTwiceInARowWhenAvoidable(double yesChance)
    {
        var count = new FairnessCount();
        var runs = Run(yesChance, count, openTables: false);

        TestContext.Out.WriteLine($"{count} · {Describe(runs)}");
        Assert.Multiple(() =>
        {
            Assert.That(count.LeftOutTwice, Is.Positive, "Nobody was left out twice, so this run tests nothing.");
            Assert.That((count.Avoidable, count.TooMany), Is.EqualTo((0, 0)));
            Assert.That(runs.Sum(run => run.Repeats), Is.Zero);
        });
    }

    [TestCase(0.45)]
    public void OpenTables_PoolOf8To14_NobodyIsLeftOutTwiceInARowWhenAvoidable(double yesChance)
    {
        var count = new FairnessCount();
        var runs = Run(yesChance, count, openTables: true);

        TestContext.Out.WriteLine($"{count} · {Describe(runs)}");
        Assert.That((count.Avoidable, count.TooMany), Is.EqualTo((0, 0)));
    }

    [TestCase(1)]
    public void Pairs_PoolOf60_HardlyAnybodyIsLeftOutTwiceInARowAndNobodyMeetsAgain(int seed)
    {
        var count = new FairnessCount();
        var rounds = new Rounds(new Town(60, seed, online: 1), yesChance: 0.6, seed) { Settled = count.Note }.Run(12);

        TestContext.Out.WriteLine($"{count} · {Describe([rounds])}");
        Assert.Multiple(() =>
        {
            Assert.That(rounds.LeftOutTwice, Is.LessThanOrEqualTo(1));
            Assert.That(rounds.Repeats, Is.Zero);
            Assert.That(rounds.Peers.LeftOutTwice, Is.GreaterThan(10 * Math.Max(1, rounds.LeftOutTwice)));
        });
    }

    private static List<Rounds> Run(double yesChance, FairnessCount count, bool openTables) =>
    [
        .. from people in SmallPools
           from seed in Enumerable.Range(1, Runs)
           select new Rounds(new Town(people, seed, online: 1), yesChance, seed)
           {
               OpenTables = openTables,
               Volunteers = 1,
               Settled = count.Note,
           }.Run(12),
    ];

    private static string Describe(List<Rounds> runs)
    {
        int Sum(Func<Rounds, int> number) => runs.Sum(number);
        return $"yes {Sum(run => run.Yeses)}, left out {Sum(run => run.LeftOut)}, twice {Sum(run => run.LeftOutTwice)},"
            + $" repeats {Sum(run => run.Repeats)}"
            + $" · shuffle: feasible {Sum(run => run.Peers.Feasible)} ({Sum(run => run.Peers.FeasibleAnyTime)} at any time)"
            + $" of {Sum(run => run.Peers.Pairs)}, left out {Sum(run => run.Peers.LeftOut)}, twice {Sum(run => run.Peers.LeftOutTwice)},"
            + $" repeats {Sum(run => run.Peers.Repeats)}";
    }
}
