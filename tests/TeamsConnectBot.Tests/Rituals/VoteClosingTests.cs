using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>A team's votes close when people work.</summary>
internal sealed class VoteClosingTests
{
    [Test]
    public async Task Vote_ThatWouldCloseOnSunday_ClosesAtTheSameHourOnMonday()
    {
        await using var world = await RitualWorld.StartAsync();
        await world.UntilAsync(3, 6, 10);
        await world.SayAsync(world.Member, "ritueel voorstel Wandelen elke woensdag 12:30");
        await world.ClickAsync(world.Member, "ritual.confirm");

        var closes = await world.World.ReadAsync(db => Task.FromResult(db.Proposals.Single().ClosesAt));

        Assert.That(closes, Is.EqualTo(RitualWorld.InstantAt(3, 9, 10)));
    }
}
