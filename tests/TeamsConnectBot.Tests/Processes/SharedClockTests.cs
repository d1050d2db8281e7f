using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Tests.Processes;

internal sealed class SharedClockTests
{
    private static readonly DateTimeOffset Database = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase(-15)]
    [TestCase(30)]
    [TestCase(-540)]
    public void Clock_SomeSecondsOff_IsCorrectedToTheDatabasesClock(int seconds) =>
        Assert.That(Followed(new SandboxClock(Database.AddSeconds(seconds))).GetUtcNow(), Is.EqualTo(Database));

    [TestCase(0.5)]
    [TestCase(3600)]
    [TestCase(-86400)]
    public void Clock_CorrectOrDeliberatelySet_IsLeftAlone(double seconds) =>
        Assert.That(Followed(new SandboxClock(Database.AddSeconds(seconds))).GetUtcNow(), Is.EqualTo(Database.AddSeconds(seconds)));

    [Test]
    public void Clock_Corrected_AdvancesWithTheLocalClock()
    {
        var own = new SandboxClock(Database.AddSeconds(30));
        var clock = Followed(own);

        own.Advance(TimeSpan.FromMinutes(5));

        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddMinutes(5)));
    }

    [Test]
    public void Clock_JumpsAnHourWhileRunning_IsCorrectedAgain()
    {
        var own = new SandboxClock(Database);
        var clock = Followed(own);

        own.Advance(TimeSpan.FromHours(1));
        var apart = clock.Follow(Database.AddSeconds(2));

        Assert.That(apart, Is.EqualTo(TimeSpan.FromHours(-1) + TimeSpan.FromSeconds(2)));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddSeconds(2)));
    }

    [Test]
    public void Clock_DeliberatelySet_IsLeftAloneEvenWhenItComesClose()
    {
        var own = new SandboxClock(Database.AddHours(-1));
        var clock = Followed(own);

        own.Advance(TimeSpan.FromMinutes(59));

        Assert.That(clock.Follow(Database), Is.EqualTo(TimeSpan.Zero));
    }

    private static SharedClock Followed(SandboxClock own)
    {
        var clock = new SharedClock(own);
        clock.Follow(Database);
        return clock;
    }
}
