using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.Holidays;

/// <summary>A team's announcements and votes around public holidays.</summary>
internal sealed class HolidayRitualTests
{
    private RitualWorld world = null!;

    [SetUp]
    public async Task StartAsync() => world = await RitualWorld.StartAsync(start: RitualWorld.At(12, 21, 7));

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Ritual_OnTheMondayAfterChristmas_IsAnnouncedOnTheLastWorkingDayBefore()
    {
        await world.PlanAsync("Weekstart elke maandag 11:00");
        await world.UntilAsync(12, 24, 10, 59);
        var before = world.Announcements();
        await world.UntilAsync(12, 24, 11, 1);

        Assert.That(world.Announcements(), Is.EqualTo(before + 1));
        Assert.That(world.Announcement(), Does.Contain("maandag 28 december, 11:00–11:30"));
    }

    [Test]
    public async Task Vote_ThatWouldCloseOnChristmas_ClosesOnTheFirstWorkingDayAfterIt()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(12, 23, 10);
        await world.SayAsync(world.Member, "ritueel voorstel verplaats Vrijdagkoffie naar elke donderdag 15:30");
        await world.ClickAsync(world.Member, "ritual.confirm");

        var closes = await world.World.ReadAsync(db => Task.FromResult(db.Proposals.Single().ClosesAt));
        Assert.That(closes, Is.EqualTo(RitualWorld.InstantAt(12, 28, 10)));
    }
}
