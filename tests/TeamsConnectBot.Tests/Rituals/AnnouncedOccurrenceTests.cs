using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// What people do once an occurrence is announced: say that they come, take the turn to host or pass it on. One service announces
/// them all, each in a channel of its own.
/// </summary>
internal sealed class AnnouncedOccurrenceTests
{
    private readonly Dictionary<Case, SharedChat> channels = [];
    private RitualWorld world = null!;
    private string replyToVolunteer = "";
    private string replyToSuggestion = "";
    private int involvedBySuggestion;

    private enum Case
    {
        Coming,
        Turn,
        OnlyMember,
        Leaver,
        Volunteer,
        Suggestion,
    }

    private Person Host => world.World.People[3];

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        world = await RitualWorld.StartAsync();
        await PlanAsync(Case.Coming);
        await PlanAsync(Case.Turn, [.. world.World.People]);
        await PlanAsync(Case.OnlyMember, world.Member);
        await PlanAsync(Case.Leaver, world.Member);

        await PlanAsync(Case.Volunteer, [.. world.World.People]);
        replyToVolunteer = await world.SayAsync(Host, "ritueel ontvang Vrijdagkoffie");

        var ritual = await PlanAsync(Case.Suggestion);
        replyToSuggestion = await world.SayAsync(world.Member, "ritueel ontvang Vrijdagkoffie <at>iemand</at>", Host);
        involvedBySuggestion = await world.World.ReadAsync(async db =>
            await db.Occurrences.CountAsync(row => row.RitualId == ritual && row.HostId != null)
            + await db.RitualMembers.CountAsync(row => row.RitualId == ritual));
        await world.ClickAsync(Host, "ritual.host");

        await world.UntilAsync(3, 5, 16);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Coming_ShowsOnlyNamesOfThoseWhoChoseIt_UntilTheyRemoveThem()
    {
        UseChannel(Case.Coming);
        await world.ClickAsync(world.Member, "occurrence.come");
        await world.ClickAsync(world.Member, "occurrence.come");

        Assert.That(world.Announcement(), Does.Contain($"Komt: {world.Member.Name}."));
        await world.ClickAsync(world.Owner, "occurrence.come");
        Assert.That(world.Announcement(), Does.Contain(world.Member.Name).And.Contain(world.Owner.Name).And.Contain(" en "));

        await world.ClickAsync(world.Member, "occurrence.removeName");
        Assert.That(world.Announcement(), Does.Contain($"Komt: {world.Owner.Name}."));
        await world.ClickAsync(world.Owner, "occurrence.removeName");
        Assert.That(world.Announcement(), Does.Not.Contain("Komt"));
    }

    [Test]
    public async Task Turn_TakenOrPassedOn_TakesOneClickEvenIfClickedTwice()
    {
        UseChannel(Case.Turn);
        var other = world.World.People.First(person => !world.Announcement().Contains($"{person.Name} ontvangt", StringComparison.Ordinal));

        await world.ClickAsync(other, "occurrence.takeTurn");
        await world.ClickAsync(other, "occurrence.takeTurn");
        Assert.That(world.Announcement(), Does.Contain($"{other.Name} ontvangt."));
        await world.ClickAsync(other, "occurrence.passOn");
        await world.ClickAsync(other, "occurrence.passOn");
        Assert.That(world.Announcement(), Does.Not.Contain($"{other.Name} ontvangt.").And.Match("(?m) ontvangt\\.$"));
    }

    [Test]
    public async Task Turn_PassedOnByTheOnlyMember_LeavesNoHost()
    {
        UseChannel(Case.OnlyMember);
        Assert.That(world.Announcement(), Does.Contain($"{world.Member.Name} ontvangt."));

        await world.ClickAsync(world.Member, "occurrence.passOn");
        Assert.That(world.Announcement(), Does.Contain("Nog niemand ontvangt").And.Not.Contain(world.Member.Name));
    }

    [Test]
    public async Task Turn_OfAMemberWhoLeaves_IsReleased()
    {
        UseChannel(Case.Leaver);
        await world.SayAsync(world.Member, "ritueel verlaat Vrijdagkoffie");

        Assert.That(world.Announcement(), Does.Contain("Nog niemand ontvangt").And.Not.Contain(world.Member.Name));
    }

    [Test]
    public void Host_WhoVolunteers_IsNamedOnTheAnnouncementButNotInTheReply()
    {
        UseChannel(Case.Volunteer);

        Assert.That(replyToVolunteer, Does.Contain("Jij ontvangt Vrijdagkoffie").And.Not.Contain(Host.Name));
        Assert.That(world.Announcement(), Does.Contain($"{Host.Name} ontvangt."));
    }

    [Test]
    public void Host_SuggestedByAColleague_IsNotHostUntilTheyClick()
    {
        UseChannel(Case.Suggestion);

        Assert.That(replyToSuggestion, Does.Contain("Wie ontvangt Vrijdagkoffie?").And.Not.Contain(Host.Name));
        Assert.That(involvedBySuggestion, Is.Zero);
        Assert.That(world.Announcement(), Does.Contain($"{Host.Name} ontvangt."));
    }

    private async Task<Guid> PlanAsync(Case of, params Person[] members)
    {
        world.UseNewChannel();
        channels.Add(of, world.Channel);
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, false, members);
        return ritual.Id;
    }

    private void UseChannel(Case of) => world.UseChannel(channels[of]);
}
