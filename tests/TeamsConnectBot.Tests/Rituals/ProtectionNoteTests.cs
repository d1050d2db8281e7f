using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Nobody came three Fridays in a row, and the team votes that the ritual no longer suits.</summary>
internal sealed class ProtectionNoteTests : ProtectedRitualTests
{
    private RitualWorld world = null!;
    private List<string> textsWhenAsked = [];
    private int calendarsReadWhenAsked;
    private List<string> notes = [];
    private int votesAfterwards;

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        world = await StartTeamAsync();
        await PlanAsync(world, "Vrijdagkoffie elke vrijdag 15:30", allowing: GroupMinimum);
        await world.UntilAsync(3, 20, 17);
        (textsWhenAsked, calendarsReadWhenAsked) = (world.Texts, CalendarsRead.Count);

        await VoteAsync(world, "vote.no");
        await world.UntilAsync(3, 23, 18);
        notes = [.. world.Texts.Where(text => text.Contains("komt niet meer goed uit", StringComparison.Ordinal))];
        votesAfterwards = await world.World.ReadAsync(db => db.Votes.CountAsync());
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public void Ritual_TooFewCameThreeTimes_AsksTheTeamInSecretWithoutReadingCalendars()
    {
        Assert.That(
            textsWhenAsked, Has.Exactly(1).Contains("Komt Vrijdagkoffie nog goed uit?").And.None.Contains("komt niet meer goed uit"));
        Assert.That(calendarsReadWhenAsked, Is.Zero);
    }

    [Test]
    public void Team_VotesNo_GetsOneNoteWithOptionsButNoNumbersOrNames()
    {
        Assert.That(notes, Has.Count.EqualTo(1));
        Assert.That(notes[0].Split('\n').Count(line => line.StartsWith("elke vrijdag", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(notes[0], Does.Contain("Ermee stoppen"));
        Assert.That(world.World.People.Where(person => notes[0].Contains(person.Name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(votesAfterwards, Is.Zero);
    }

    [Test]
    public async Task Note_TimeChosenByTheOwner_MovesTheRitualAndAMemberCannot()
    {
        Assert.That(
            await world.ClickTextAsync(world.Member, "ritual.option1"),
            Does.Contain("Hierover beslissen de eigenaren van het team").And.Contain(world.Owner.Name)
                .And.Not.Contain("‘Vrijdagkoffie’ is voor"));
        Assert.That(await world.ClickTextAsync(world.Owner, "ritual.option1"), Does.Contain("is verplaatst"));
        Assert.That((await world.RitualsAsync()).Single().Plan.At, Is.Not.EqualTo(new LocalTime(15, 30)));
    }
}
