using TeamsConnectBot.Engine;
using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Tests.Durability;

internal sealed class SchedulerClockTests
{
    private static readonly DateTimeOffset Database = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase(-15)]
    [TestCase(15)]
    [TestCase(-540)]
    public void Clock_SomeSecondsOff_IsPutRightByTheDatabases(int seconds) =>
        Assert.That(Followed(Database.AddSeconds(seconds)).GetUtcNow(), Is.EqualTo(Database));

    [TestCase(0.5)]
    [TestCase(3600)]
    [TestCase(-86400)]
    public void Clock_RightOrSetToAnotherTime_IsLeftAlone(double seconds) =>
        Assert.That(Followed(Database.AddSeconds(seconds)).GetUtcNow(), Is.EqualTo(Database.AddSeconds(seconds)));

    [Test]
    public void Clock_PutRight_RunsOnWithItsOwn()
    {
        var own = new SandboxClock(Database.AddSeconds(30));
        var clock = new SchedulerClock();
        clock.Follow(own, Database);

        own.Advance(TimeSpan.FromMinutes(5));

        Assert.That(clock.GetUtcNow(), Is.EqualTo(Database.AddMinutes(5)));
    }

    private static SchedulerClock Followed(DateTimeOffset own)
    {
        var clock = new SchedulerClock();
        clock.Follow(new SandboxClock(own), Database);
        return clock;
    }
}
