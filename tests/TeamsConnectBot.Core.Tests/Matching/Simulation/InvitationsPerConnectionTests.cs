namespace TeamsConnectBot.Core.Tests.Matching.Simulation;

public sealed class InvitationsPerConnectionTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void TenWeeklyRounds_Of200PeopleWithSixInTenSayingYes_ComeWithin8PercentOfTheLimit(int seed)
    {
        var rounds = new Rounds(new Town(200, seed), yesChance: 0.6, seed).Run(10);

        Assert.Multiple(() =>
        {
            Assert.That(rounds.OverLimit, Is.LessThanOrEqualTo(1.08));
            Assert.That(rounds.LeftOutShare, Is.LessThanOrEqualTo(0.05));
            Assert.That(rounds.Repeats, Is.Zero);
        });
    }

    [Test]
    [Explicit("A table for the closing note; takes minutes.")]
    public void Table()
    {
        TestContext.Out.WriteLine("people  P    inv/conn  x limit  pre-named x limit  conn/(yes/2)  trios/conn  leftOut  twice  repeats  ms/round");
        foreach (var size in new[] { 8, 12, 25, 40, 60, 100, 200, 500, 1000, 2000 })
        {
            foreach (var yes in new[] { 0.3, 0.45, 0.6, 0.75, 0.9 })
            {
                var clock = System.Diagnostics.Stopwatch.StartNew();
                var runs = Enumerable.Range(1, Math.Max(1, 400 / size)).Select(seed => new Rounds(new Town(size, seed), yes, seed).Run(10)).ToList();
                var ms = clock.ElapsedMilliseconds / (10.0 * runs.Count);
                double Sum(Func<Rounds, int> of) => runs.Sum(of);
                var perConnection = Sum(run => run.Invitations) / Sum(run => run.Connections);
                TestContext.Out.WriteLine(
                    $"{size,6} {yes:F2} {perConnection,9:F2} {perConnection * yes / 2,8:F3} {Sum(run => run.PreNamedInvitations) / Sum(run => run.PreNamedConnections) * yes / 2,18:F3} {Sum(run => run.Connections) / (Sum(run => run.Yeses) / 2),13:F3} {Sum(run => run.Trios) / Sum(run => run.Connections),11:F3} {Sum(run => run.LeftOut) / Sum(run => run.Yeses),8:F3} {Sum(run => run.LeftOutTwice),6} {Sum(run => run.Repeats),8} {ms,9:F0}  asked {Sum(run => run.Invitations) / (size * 10.0 * runs.Count):F2}");
            }
        }
    }
}
