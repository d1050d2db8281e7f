using TeamsConnectBot.Sandbox.CrashTests;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>The service's process is killed during one of its requests and restarted: nobody misses a message or gets one twice.</summary>
internal sealed class KillTests
{
    private const ulong Seed = 20261123;
    private const int Points = 6;

    // What people see is the same on either database.
    private static readonly Lazy<Task<CrashTestResult>> Undisturbed = new(() => Scenario(postgres: false).RunAsync(CancellationToken.None));

    [Test]
    public async Task Killed_AtASeededRequest_LosesAndDuplicatesNothing([Range(0, Points - 1)] int point, [Values] bool postgres)
    {
        var expected = await Undisturbed.Value;

        var killed = CrashPoint.Draw(expected.Requests, Points, Seed).ElementAt(point);
        var actual = await Scenario(postgres).RunWithKillAsync(killed, CancellationToken.None);

        var verdict = Verdict.Of(expected, actual);
        Assert.That(actual.Kills, Is.EqualTo(1));
        Assert.That(
            (verdict.Lost, verdict.Doubled), Is.EqualTo((0, 0)),
            () => $"{killed} of {expected.Requests}, {actual.Inconsistencies} contradictory rows\n"
                + $"{string.Join('\n', Verdict.Differences(expected, actual))}\n{string.Join('\n', actual.InDoubt)}");
        Assert.That(verdict.InDoubt, Is.LessThanOrEqualTo(1));
    }

    private static CrashTest Scenario(bool postgres) => new(postgres ? PostgresServer.NewDatabase() : null) { People = 4 };
}
