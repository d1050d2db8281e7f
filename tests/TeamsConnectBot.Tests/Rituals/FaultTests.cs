using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>When something goes wrong around a ritual, replies are clear and nothing is lost.</summary>
internal sealed class FaultTests
{
    private RitualWorld world = null!;

    [SetUp]
    public async Task StartAsync()
    {
        world = await RitualWorld.StartAsync(settings: new Dictionary<string, string> { ["Bot:Connector:RetryDelay"] = "00:00:00.001" });
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
    }

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Downtime_OverOccurrences_IsMentionedOnceAndTheNextOneIsAnnounced()
    {
        // The clock jumps over three Fridays, as if the service had been down meanwhile.
        world.Tenant.Clock.AdvanceTo(RitualWorld.At(3, 23, 9));
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.Texts, Has.Exactly(1).Contains("Ik was even weg").And.Exactly(1).Contains("vrijdag 27 maart"));
        Assert.That(world.Announcements(), Is.Zero);
        await world.UntilAsync(3, 26, 16);
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [Test]
    public async Task Bot_RemovedAndAddedBack_ContinuesAndSaysSo()
    {
        await world.Sandbox.Channels.UninstallAsync(world.Channel, world.Owner);
        await world.UntilAsync(3, 5, 16);
        Assert.That(world.Announcements(), Is.Zero);

        await world.Sandbox.Channels.InstallAsync(world.Channel, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That(world.Texts, Has.Exactly(1).Contains("Ik ben er weer").And.Exactly(1).Contains("Rituelen voor dit team"));
        Assert.That(world.Announcements(), Is.EqualTo(1));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Bot_RemovedForAWeek_EndsTheRitualsAndEmptiesCalendars()
    {
        await world.Sandbox.Channels.UninstallAsync(world.Channel, world.Owner);
        await world.UntilAsync(3, 8, 7);
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));

        await world.UntilAsync(3, 9, 8);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task ChannelDeleted_WithoutAnEvent_IsNoticedWhenPosting()
    {
        world.Channel.Deleted = true;
        await world.UntilAsync(3, 5, 16);

        Assert.That((await world.World.ReadAsync(db => db.Spaces.SingleAsync())).LostAt, Is.Not.Null);
        Assert.That(
            await world.World.ReadAsync(db => db.Messages.CountAsync(row => row.SpaceId != null && row.State == MessageState.Planned)),
            Is.Zero);
    }

    [Test]
    public async Task ChannelDeleted_ReportedByTeams_StopsItsRituals()
    {
        await world.Sandbox.Channels.DeleteAsync(world.Channel, world.Owner);
        await world.World.Clock.QuietAsync(default);

        Assert.That((await world.World.ReadAsync(db => db.Spaces.SingleAsync())).LostAt, Is.Not.Null);
        Assert.That(await world.World.ReadAsync(db => db.DueTasks.CountAsync(task => task.Kind == DueTaskKind.AnnounceRitual)), Is.Zero);
    }

    [Test]
    public async Task ChannelDeleted_WithAnotherChannel_TellsTheTeamAndContinuesThere()
    {
        var deleted = await PlanElsewhereAsync();
        await world.Sandbox.Channels.DeleteAsync(deleted, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That(world.Texts, Has.Exactly(1).Contains("Een kanaal van dit team is weg"));

        // This channel already has a ritual of that name.
        Assert.That(await world.SayAsync(world.Owner, "ritueel haal hierheen"), Does.Contain("Vrijdagkoffie 2"));
        Assert.That(await world.SayAsync(world.Owner, "ritueel haal hierheen"), Does.Contain("Er is niets om hierheen te halen"));
        await world.UntilAsync(3, 10, 8);
        Assert.That(world.Announcements(), Is.EqualTo(2));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(2));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task ChannelLost_AfterAnAnnouncement_AnnouncesItAgainInTheOtherChannel(bool wasRefused)
    {
        var deleted = await PlanElsewhereAsync();
        deleted.Deleted = wasRefused;
        await world.UntilAsync(3, 5, 12);
        Assert.That(
            deleted.Messages.Count(message => message.Summary == "Binnenkort in dit kanaal."), Is.EqualTo(wasRefused ? 0 : 1));
        Assert.That(world.Announcements(), Is.Zero);
        await world.Sandbox.Channels.DeleteAsync(deleted, world.Owner);
        await world.World.Clock.QuietAsync(default);

        await world.SayAsync(world.Owner, "ritueel haal hierheen");
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.Announcements(), Is.EqualTo(1));
        Assert.That(world.Announcement(), Does.Contain("vrijdag 6 maart, 10:00"));
    }

    [Test]
    public async Task ChannelDeleted_ThenRestored_Continues()
    {
        await world.Sandbox.Channels.DeleteAsync(world.Channel, world.Owner);
        await world.Sandbox.Channels.RestoreAsync(world.Channel, world.Owner);
        await world.UntilAsync(3, 5, 16);

        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [TestCase(503)]
    [TestCase(403)]
    public async Task Teams_RefusingEverything_PostsWaitForTheCircuitAndComeOnce(int status)
    {
        var channels = new List<SharedChat> { world.Channel };
        while (channels.Count <= DeliveryCircuitBreaker.FailureThreshold)
        {
            world.UseNewChannel();
            channels.Add(world.Channel);
            await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        }

        var fault = new FaultRule
        {
            Path = "/teams/v3/conversations*", Status = status, Body = FaultBodies.Of(status), Count = int.MaxValue,
        };
        using (world.World.Tenant.Faults.Add(fault))
        {
            await world.UntilAsync(3, 5, 16);
            Assert.That(world.World.Services.GetRequiredService<DeliveryCircuitBreaker>().IsClosed, Is.False);
        }

        await world.UntilAsync(3, 5, 17);
        var lost = await world.World.ReadAsync(
            db => db.Spaces.Where(space => space.LostAt != null).Select(space => space.ConversationId).ToListAsync());
        Assert.That(lost, Has.Count.EqualTo(status == 403 ? DeliveryCircuitBreaker.FailureThreshold - 1 : 0));
        Assert.That(channels.Where(channel => !lost.Contains(channel.ConversationId)).Select(AnnouncedIn), Is.All.EqualTo(1));
    }

    private static int AnnouncedIn(SharedChat channel) =>
        channel.Messages.Count(message => message is { FromBot: true, Deleted: false, Summary: "Binnenkort in dit kanaal." });

    [Test]
    public async Task Crash_BetweenSendingAndRecording_SendsOnceMoreAtMost()
    {
        await world.UntilAsync(3, 5, 16);
        var post = await world.World.ReadAsync(db => db.Messages.SingleAsync(row => row.Kind == MessageKind.Occurrence));

        for (var crash = 0; crash < 2; crash++)
        {
            await world.World.WriteAsync(async db => (await db.Messages.FindAsync(post.Id))!.State = MessageState.Sending);
            await world.World.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default);
            await world.World.Clock.QuietAsync(default);
        }

        Assert.That(world.Announcements(), Is.EqualTo(2));
    }

    [Test]
    public async Task Person_Erased_LeavesTheRitualAndItsCalendar()
    {
        await world.World.InstallAsync(world.Member);
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(world.Member, "occurrence.come");
        await world.World.SayAsync(world.Member, "vergeet mij");
        await world.World.ClickAsync(world.Member, "forget.confirm");

        Assert.That(world.CalendarOf(world.Member, 3, 7), Is.Empty);
        Assert.That(world.CalendarOf(world.Owner, 3, 7), Has.Count.EqualTo(1));
        Assert.That(await world.World.ReadAsync(db => db.Coming.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Person_DeletedFromTheDirectoryWithoutTheApp_LeavesTheRitual()
    {
        world.Tenant.People.Delete(world.Member);
        await world.World.Services.GetRequiredService<DirectoryCheck>().CheckAllAsync(default);
        await world.World.Clock.QuietAsync(default);
        await world.World.TruncateWalAsync();

        Assert.That(DatabaseFiles.Contain(world.World.DatabaseFile, world.Member.ObjectId.ToString()), Is.False);
        Assert.That(await world.World.ReadAsync(db => db.RitualMembers.CountAsync()), Is.EqualTo(3));
    }

    [Test]
    public async Task Name_RemovedWhileTeamsIsDown_DisappearsLater()
    {
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(world.Member, "occurrence.come");
        using (world.World.Tenant.Faults.Add(new FaultRule { Path = "/teams/*", Method = "PUT", Status = 503 }))
        {
            await world.ClickAsync(world.Member, "occurrence.removeName");
            Assert.That(world.Announcement(), Does.Contain("Komt"));
        }

        await world.UntilAsync(3, 5, 16, 30);
        Assert.That(world.Announcement(), Does.Not.Contain("Komt"));
    }

    [Test]
    public async Task Member_LeavesTheTeam_IsRemovedFromItsCards()
    {
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(world.Member, "occurrence.come");
        await world.ClickAsync(world.Member, "occurrence.takeTurn");
        await world.Sandbox.Channels.RemoveMemberAsync(world.Channel, world.Member, world.Owner);
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.Announcement(), Does.Not.Contain(world.Member.Name).And.Contain(" ontvangt."));
    }

    [Test]
    public async Task Member_LeavesTheTeam_LeavesItsRituals()
    {
        await world.Sandbox.Channels.RemoveMemberAsync(world.Channel, world.Member, world.Owner);
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.CalendarOf(world.Member, 3, 7), Is.Empty);
        Assert.That(world.CalendarOf(world.Owner, 3, 7), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Retention_AfterAMonth_ForgetsWhoCameHostedAndDecided()
    {
        await world.SayAsync(world.Owner, "ritueel");
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(world.Member, "occurrence.come");
        world.Tenant.Clock.AdvanceTo(RitualWorld.At(4, 8, 9));
        await world.World.Clock.QuietAsync(default);
        await world.World.Services.GetRequiredService<Retention>().ApplyAsync(default);

        Assert.That(await world.World.ReadAsync(db => db.Coming.CountAsync()), Is.Zero);
        Assert.That(
            await world.World.ReadAsync(db => db.Occurrences.CountAsync(row => row.StartsAt < RitualWorld.InstantAt(3, 7, 0))), Is.Zero);
        Assert.That(await world.World.ReadAsync(db => db.Drafts.CountAsync()), Is.Zero);
        Assert.That(await world.World.ReadAsync(db => db.RitualChanges.CountAsync(row => row.PersonId != null)), Is.Zero);
        Assert.That(await world.RitualsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task TwoHundredRituals_InTheSameMinute_AreEachAnnouncedOnce()
    {
        const int Many = 200;
        var team = world.Channel.Team!;
        var channels = Enumerable.Range(0, Many).Select(number => world.Tenant.Spaces.AddChannel(team, $"Kanaal {number}")).ToList();
        await world.World.WriteAsync(async db =>
        {
            var model = await db.Spaces.AsNoTracking().SingleAsync();
            var plan = (await db.Rituals.AsNoTracking().SingleAsync()).Plan;
            foreach (var channel in channels)
            {
                channel.Installed = true;
                var space = new Space
                {
                    Id = NewId(), ConversationId = channel.ConversationId, Kind = SpaceKind.Channel,
                    TeamId = model.TeamId,
                    GroupId = model.GroupId, ServiceUrl = model.ServiceUrl, Language = "nl", Zone = "Europe/Amsterdam",
                    AddedAt = model.AddedAt,
                };
                var ritual = new Ritual
                {
                    Id = NewId(), SpaceId = space.Id, Nonce = Nonce.New(), Plan = plan, HandledUntil = model.AddedAt,
                };
                db.Spaces.Add(space);
                db.Rituals.Add(ritual);
                db.DueTasks.Add(Due(DueTaskKind.AnnounceRitual, ritual.Id, RitualWorld.InstantAt(3, 5, 15, 30)));
            }
        });

        await world.UntilAsync(3, 5, 16);
        Assert.That(channels.Select(channel => channel.Messages.Count(message => message.FromBot)), Has.All.EqualTo(1));
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    // Plans a ritual of the same name in another channel of the team.
    private async Task<SharedChat> PlanElsewhereAsync()
    {
        var channel = world.Tenant.Spaces.AddChannel(world.Channel.Team!, "Koffie");
        channel.Installed = true;
        await world.Sandbox.Channels.SayAsync(channel, world.Owner, "ritueel nieuw vrijdagkoffie elke vrijdag 10:00");
        await world.World.Clock.QuietAsync(default);
        await ClickNewestAsync(channel, world.Owner, "ritual.confirm");
        await ClickNewestAsync(channel, world.Member, "ritual.join");
        return channel;
    }

    private async Task ClickNewestAsync(SharedChat channel, Person person, string verb)
    {
        var message = channel.Messages[^1];
        await world.Sandbox.Channels.ClickAsync(channel, person, message.Id, verb, new CardView(message.CardJson!).Button(verb));
        await world.World.Clock.QuietAsync(default);
    }

    private Guid NewId() => Guid.CreateVersion7(world.World.Clock.Now);

    private DueTask Due(DueTaskKind kind, Guid subject, NodaTime.Instant at) =>
        new() { Id = NewId(), Kind = kind, SubjectId = subject, DueAt = at };
}
