using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>A weekly ritual over five weeks, in which the clock changes to summer time, and over Easter.</summary>
internal sealed class RitualOverWeeksTests
{
    private RitualWorld fiveWeeks = null!;
    private Guid ritual;

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        fiveWeeks = await RitualWorld.StartAsync();
        ritual = (await fiveWeeks.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30")).Id;
        await fiveWeeks.UntilAsync(4, 2, 16);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await fiveWeeks.DisposeAsync();

    [Test]
    public async Task Host_OverFiveWeeks_RotatesFairly()
    {
        var hosted = await fiveWeeks.World.ReadAsync(
            db => Task.FromResult(db.RitualMembers.Where(member => member.RitualId == ritual).Select(member => member.Hosted).ToList()));
        Assert.That(hosted, Has.Count.EqualTo(4));
        Assert.That(hosted.Sum(), Is.EqualTo(5));
        Assert.That(hosted.Max() - hosted.Min(), Is.EqualTo(1));
    }

    [Test]
    public void Ritual_OverAClockChange_KeepsItsLocalTime()
    {
        Assert.That(fiveWeeks.Announcement(), Does.Contain("15:30–16:00"));
        Assert.That(
            fiveWeeks.CalendarOf(fiveWeeks.Member, 4, 11),
            Is.EqualTo(new[] { new LocalDateTime(2026, 4, 3, 15, 30), new(2026, 4, 10, 15, 30) }));
    }

    [Test]
    public async Task PublicHoliday_OnARitualsDay_IsSkippedInTheChannelAndTheCalendar()
    {
        await using var world = await RitualWorld.StartAsync(start: RitualWorld.At(3, 30, 7));
        await world.PlanForAllAsync("Weekstart elke maandag 10:00");
        await world.UntilAsync(4, 8, 12);

        // Easter Monday is 6 April.
        Assert.That(world.Texts, Has.None.Contains("maandag 6 april"));
        Assert.That(
            world.CalendarOf(world.Member, 4, 20), Is.EqualTo(new[] { new LocalDateTime(2026, 4, 13, 10, 0), new(2026, 4, 20, 10, 0) }));
    }
}
