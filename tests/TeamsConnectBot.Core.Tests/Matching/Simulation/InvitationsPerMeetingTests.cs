namespace TeamsConnectBot.Core.Tests.Matching.Simulation;

public sealed class InvitationsPerMeetingTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void TenRounds_200PeopleOfWhom60PercentSayYes_NeedAtMost8PercentMoreInvitationsThanTheLimit(int seed)
    {
        var rounds = new Rounds(new Town(200, seed), yesChance: 0.6, seed).Run(10);

        Assert.Multiple(() =>
        {
            Assert.That(rounds.OverLimit, Is.LessThanOrEqualTo(1.08));
            Assert.That(rounds.LeftOutShare, Is.LessThanOrEqualTo(0.05));
            Assert.That(rounds.Repeats, Is.Zero);
        });
    }

    [TestCase(8)]
    [TestCase(12)]
    [TestCase(25)]
    public void TenRounds_SmallPoolWithAHost_LeaveFewYesesAlone(int people)
    {
        var runs = Enumerable.Range(1, 6)
            .Select(seed => new Rounds(new Town(people, seed, online: 1), yesChance: 0.3, seed) { Volunteers = 1 }.Run(10)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(runs.Sum(run => run.LeftOut), Is.LessThanOrEqualTo(0.15 * runs.Sum(run => run.Yeses)));
            Assert.That(runs.Sum(run => run.Connections), Is.GreaterThanOrEqualTo(runs.Count * 5));
        });
    }
}
