namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// The team of a ritual to which hardly anybody came three times in a row is asked only then, and no calendar is read unless enough
/// people allowed it and the team votes no. One service holds three rituals, each in a channel of its own.
/// </summary>
internal sealed class ProtectionWithoutCalendarsTests : ProtectedRitualTests
{
    // Twice a week, so that the third time is in the second week.
    private const string Phrase = "Theepauze elke dinsdag en donderdag 15:30";
    private const string Question = "Komt Theepauze nog goed uit?";

    private RitualWorld world = null!;
    private SharedChat attended = null!;
    private SharedChat votesYes = null!;
    private SharedChat fewConsents = null!;

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        world = await StartTeamAsync();
        attended = await PlanInNewChannelAsync(allowing: GroupMinimum);
        votesYes = await PlanInNewChannelAsync(allowing: GroupMinimum);
        fewConsents = await PlanInNewChannelAsync(allowing: GroupMinimum - 1);
        world.UseChannel(attended);
        foreach (var day in new[] { 2, 4, 9 })
        {
            await world.UntilAsync(3, day, 16);
            await world.ClickAsync(world.Owner, "occurrence.come");
            await world.ClickAsync(world.Member, "occurrence.come");
        }

        await world.UntilAsync(3, 10, 17);
        world.UseChannel(votesYes);
        await VoteAsync(world, "vote.yes");
        world.UseChannel(fewConsents);
        await VoteAsync(world, "vote.no");
        await world.UntilAsync(3, 12, 17);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public void Ritual_SomeCameEachTime_AsksNobody()
    {
        world.UseChannel(attended);
        Assert.That(world.Texts, Has.None.Contains(Question));
        world.UseChannel(votesYes);
        Assert.That(world.Texts, Has.Some.Contains(Question), "where nobody came, the team is asked");
    }

    [Test]
    public void Team_VotesYes_ReadsNoCalendar()
    {
        world.UseChannel(votesYes);

        Assert.That(world.Texts, Has.None.Contains("komt niet meer goed uit"));
        Assert.That(CalendarsRead, Is.Empty);
    }

    [Test]
    public void Suggestions_WithTooFewConsents_AreUsualTimesWithoutReadingCalendars()
    {
        world.UseChannel(fewConsents);

        Assert.That(world.Texts, Has.Exactly(1).Contains("komt niet meer goed uit"));
        Assert.That(CalendarsRead, Is.Empty);
    }

    private async Task<SharedChat> PlanInNewChannelAsync(int allowing)
    {
        world.UseNewChannel();
        await PlanAsync(world, Phrase, allowing);
        return world.Channel;
    }
}
