using TeamsConnectBot.Sandbox.Clock;

namespace TeamsConnectBot.Sandbox.Tests.Clock;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SlidingLimitTests
{
    private readonly SandboxClock clock = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));

    [Test]
    public void Limit_OfTwoWindows_AdmitsWhatBothAllow()
    {
        var limit = new SlidingLimit(clock, (2, TimeSpan.FromSeconds(1)), (3, TimeSpan.FromSeconds(10)));

        var atOnce = new[] { limit.Enter(), limit.Enter(), limit.Enter() };
        clock.Advance(TimeSpan.FromSeconds(1));
        var aSecondLater = new[] { limit.Enter(), limit.Enter() };
        clock.Advance(TimeSpan.FromSeconds(9));
        var tenSecondsLater = new[] { limit.Enter(), limit.Enter() };

        Assert.Multiple(() =>
        {
            Assert.That(atOnce, Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1) }));
            Assert.That(aSecondLater, Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.FromSeconds(9) }));
            Assert.That(tenSecondsLater, Is.EqualTo(new[] { TimeSpan.Zero, TimeSpan.Zero }));
        });
    }

    [Test]
    public void Limit_AskedWhileItRefuses_DoesNotCountTheRefused()
    {
        var limit = new SlidingLimit(clock, (1, TimeSpan.FromSeconds(1)));
        limit.Enter();
        for (var tenth = 0; tenth < 9; tenth++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            limit.Enter();
        }

        clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.That(limit.Enter(), Is.EqualTo(TimeSpan.Zero));
    }
}
