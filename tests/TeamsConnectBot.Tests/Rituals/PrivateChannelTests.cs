using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>
/// Rituals in private and shared channels, whose members are not those of the team. The first person owns the team; the members of a
/// channel are chosen by each test.
/// </summary>
internal sealed class PrivateChannelTests
{
    private const string Friday = "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30";

    private readonly List<Person> members = [];
    private RitualWorld world = null!;

    private Person Other => world.World.People[2];

    [OneTimeSetUp]
    public async Task StartAsync() => world = await RitualWorld.StartAsync();

    [SetUp]
    public void Empty() => members.Clear();

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [TestCase(ChannelKind.Private)]
    [TestCase(ChannelKind.Shared)]
    public async Task App_AllowedInTheChannel_IsWelcomedOnceAndPlansARitual(ChannelKind kind)
    {
        await UseAsync(kind, world.Owner, world.Member);

        Assert.That(world.FromBot, Has.Count.EqualTo(1), "one welcome");
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, false, world.Owner, world.Member);
        await world.UntilAsync(3, 6, 9);

        Assert.That(world.Announcement(), Does.Contain("Vrijdagkoffie"));
        var expected = kind == ChannelKind.Private ? SpaceKind.PrivateChannel : SpaceKind.SharedChannel;
        Assert.That((await SpaceAsync()).Kind, Is.EqualTo(expected));
        Assert.That(ritual.IsEnded, Is.False);
    }

    [Test]
    public async Task Decision_WithoutAnOwnerInTheChannel_IsAVoteAndNamesNobodyOfTheTeam()
    {
        await UseAsync(ChannelKind.Private, world.Member, Other);

        Assert.That(await world.SayAsync(world.Member, Friday), Does.Not.Contain(world.Owner.Name));
        Assert.That(await world.ClickTextAsync(world.Member, "ritual.confirm"), Does.Not.Contain(world.Owner.Name));

        Assert.That(world.Texts, Has.Some.Contains("Wat vind je?"));
    }

    [Test]
    public async Task Decision_WithAnOwnerInTheChannel_IsTheOwners()
    {
        await UseAsync(ChannelKind.Private, world.Owner, world.Member);

        Assert.That(await world.SayAsync(world.Member, Friday), Does.Contain("eigenaren van het team").And.Contain(world.Owner.Name));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Decision_InAChannelFirstKnownFromAMessage_IsThatOfTheOwnersInIt(bool hasOwner)
    {
        var general = world.Tenant.Spaces.AddTeam("Zuid", [world.Owner], [.. world.World.People]);
        general.Installed = true;
        var before = world.Channel;
        world.UseChannel(general);
        members.AddRange(hasOwner ? [world.Owner, world.Member] : [world.Member, Other]);
        world.UseNewChannel(ChannelKind.Private, () => [.. members]);
        world.Channel.Installed = true;

        var answer = await world.SayAsync(world.Member, Friday);
        world.UseChannel(before);

        Assert.That(answer, hasOwner ? Does.Contain("eigenaren van het team") : Does.Contain("Klopt dit?"));
    }

    [Test]
    public async Task OwnerOfTheTeam_WhoIsNotInTheChannel_DoesNotSeeItsRituals()
    {
        await UseAsync(ChannelKind.Private, world.Member, Other);
        await PlanAsync();
        await world.World.InstallAsync(world.Owner);

        var spaces = await world.World.Services.GetRequiredService<LedSpaces>().OfAsync(world.Owner.ObjectId.ToString(), default);

        Assert.That(spaces.Select(space => space.ConversationId), Has.None.EqualTo(world.Channel.ConversationId));
    }

    [Test]
    public async Task PrivateChannel_Deleted_IsNotToldToTheTeamNorMovedThere()
    {
        var general = world.Tenant.Spaces.All.Single(chat => chat.ConversationId == world.Channel.Team!.ThreadId);
        await UseAsync(ChannelKind.Private, world.Owner, world.Member);
        await PlanAsync("Geheime koffie elke vrijdag 15:30");

        await world.Sandbox.Channels.DeleteAsync(world.Channel, world.Owner);
        await world.Sandbox.Channels.SayAsync(general, world.Owner, "ritueel haal hierheen");
        await world.World.Clock.QuietAsync(default);

        Assert.That(
            general.Messages.Where(message => message.FromBot).Select(message => CardText.Of(message.CardJson)),
            Has.None.Contains("Geheime koffie"));
    }

    [Test]
    public async Task Member_LeavingOneWay_StaysInASharedChannelsRitualsUntilTheyAreGone()
    {
        await UseAsync(ChannelKind.Shared, world.Owner, world.Member, world.Member);
        await PlanAsync();

        members.Remove(world.Member);
        await LeaveAsync();
        Assert.That(await TakesPartAsync(), Is.True, "they are still a member in another way");

        members.Remove(world.Member);
        await LeaveAsync();
        Assert.That(await TakesPartAsync(), Is.False);
    }

    [Test]
    public async Task Member_GoneFromASharedChannelWithoutAnEvent_LeavesItsRitualsTheNextNight()
    {
        await UseAsync(ChannelKind.Shared, world.Owner, world.Member);
        await PlanAsync();
        members.Remove(world.Member);

        await world.World.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.That(await TakesPartAsync(), Is.False);
    }

    [Test]
    public async Task Members_ListedMoreThanOnce_CountOnceInAVote()
    {
        await UseAsync(ChannelKind.Shared, [.. Enumerable.Repeat(world.Member, 9), Other]);

        var counted = await world.World.Services.GetRequiredService<SpaceMembers>().CountAsync(await SpaceAsync(), 10, default);

        Assert.That(counted, Is.EqualTo(2));
    }

    [Test]
    public async Task App_AddedToTheTeamAgain_DoesNotResumeAPrivateChannelUntilItIsAllowedThere()
    {
        await UseAsync(ChannelKind.Private, world.Owner, world.Member);
        await PlanAsync();
        var (inner, general) = (world.Channel, world.Tenant.Spaces.All.Single(chat => chat.ConversationId == world.Channel.Team!.ThreadId));

        await world.Sandbox.Channels.UninstallAsync(general, world.Owner);
        await world.Sandbox.Channels.InstallAsync(general, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That((await SpaceAsync()).LostAt, Is.Not.Null);

        await world.Sandbox.Channels.AllowAsync(inner, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That((await SpaceAsync()).LostAt, Is.Null);
    }

    private async Task UseAsync(ChannelKind kind, params IEnumerable<Person> people)
    {
        members.AddRange(people);
        world.UseNewChannel(kind, () => [.. members]);
        Assert.That(await world.Sandbox.Channels.AllowAsync(world.Channel, members[0]), Is.True);
        await world.World.Clock.QuietAsync(default);
    }

    // A ritual in which the member takes part.
    private async Task PlanAsync(string phrase = "Vrijdagkoffie elke vrijdag 15:30")
    {
        var plan = await PlanOfAsync(phrase);
        var space = await SpaceAsync();
        await world.World.WriteAsync(db =>
        {
            var ritual = new Ritual
            {
                Id = Guid.CreateVersion7(world.World.Clock.Now), SpaceId = space.Id, Nonce = "n", Plan = plan,
                HandledUntil = Instant.FromDateTimeOffset(world.World.Clock.Now),
            };
            db.Rituals.Add(ritual);
            db.RitualMembers.Add(new RitualMember
            {
                RitualId = ritual.Id, PersonId = world.Member.ObjectId.ToString(), Name = world.Member.Name,
            });
            return Task.CompletedTask;
        });
    }

    private async Task<RitualPlan> PlanOfAsync(string phrase)
    {
        var inner = world.Channel;
        world.UseNewChannel();
        var ritual = await world.PlanAsync(phrase);
        world.UseChannel(inner);
        return ritual.Plan;
    }

    private async Task LeaveAsync()
    {
        await world.Sandbox.Channels.LeaveChannelAsync(world.Channel, world.Member, world.Owner);
        await world.World.Clock.QuietAsync(default);
    }

    private async Task<bool> TakesPartAsync()
    {
        var (space, member) = (await SpaceAsync(), world.Member.ObjectId.ToString());
        return await world.World.ReadAsync(db => db.Set<RitualMember>().AnyAsync(row => row.PersonId == member
            && db.Set<Ritual>().Any(ritual => ritual.Id == row.RitualId && ritual.SpaceId == space.Id)));
    }

    private Task<Space> SpaceAsync() => world.World.ReadAsync(
        db => db.Set<Space>().SingleAsync(space => space.ConversationId == world.Channel.ConversationId));
}
