using NodaTime;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>In which zone a team means its times, and in which language it is written to.</summary>
internal sealed class SpaceSettingsTests
{
    private RitualWorld world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => world = await RitualWorld.StartAsync();

    [SetUp]
    public void GoToAnotherChannel() => world.GoToAnotherChannel();

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Zone_AtFirst_IsThatOfWhoeverSpokeFirst() =>
        Assert.That(await world.SayAsync(world.Member, "ritueel tijdzone"), Does.Contain("Tijden hier gelden voor Amsterdam").And.Contain("07:00"));

    [TestCase("ritueel tijdzone Londen", "Europe/London")]
    [TestCase("ritual timezone new york", "America/New_York")]
    [TestCase("ritual time zone Europe/Lisbon", "Europe/Lisbon")]
    [TestCase("ritueel tijdzone US/Eastern", "America/New_York")]
    public async Task Zone_ByACityOrItsId_IsThatOfWhatIsPlannedNext(string typed, string zone)
    {
        await world.SayAsync(world.Owner, typed);
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");

        Assert.That((await world.RitualsAsync()).Single().Plan.Zone, Is.EqualTo(zone));
    }

    [Test]
    public async Task Zone_ARitualThatExists_StaysAsItIs()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.SayAsync(world.Owner, "ritueel tijdzone Londen");

        Assert.That(await world.SayAsync(world.Owner, "ritueel toon vrijdagkoffie"), Does.Contain("15:30–16:00 (Amsterdam)"));
        await world.SayAsync(world.Owner, "ritueel verplaats vrijdagkoffie naar elke donderdag 15:30");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        Assert.That((await world.RitualsAsync()).Single().Plan.At, Is.EqualTo(new LocalTime(15, 30)));
    }

    [Test]
    public async Task Zone_ThatCouldBeTwo_IsAskedWithButtons()
    {
        Assert.That(await world.SayAsync(world.Owner, "ritueel tijdzone bru"), Does.Contain("Welke plaats bedoel je?").Or.Contain("Brussels"));
        Assert.That(await world.SayAsync(world.Owner, "ritueel tijdzone Zwarnofel"), Does.Contain("Dat begrijp ik nog niet").And.Contain("Londen"));
    }

    [Test]
    public async Task Zone_ByAMember_IsRefused() =>
        Assert.That(await world.SayAsync(world.Member, "ritueel tijdzone Londen"), Does.Contain("eigenaren van het team"));

    [Test]
    public async Task Language_IsThatOfAnnouncements_NotOfAnswers()
    {
        Assert.That(await world.SayAsync(world.Owner, "ritueel taal Engels"), Does.Contain("Hier schrijf ik Engels"));
        await world.SayAsync(world.Member, "ritueel voorstel wandelen elke woensdag 12:30");
        await world.ClickAsync(world.Member, "ritual.confirm");

        Assert.That(CardText.Of(world.FromBot[^1].CardJson), Does.Contain("What do you think?"));
        Assert.That(await world.SayAsync(world.Owner, "ritueel taal Klingon"), Does.Contain("Dat begrijp ik nog niet"));
    }
}
