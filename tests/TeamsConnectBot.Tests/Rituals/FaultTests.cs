using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Clear answers, and nothing lost, when things go wrong around a ritual.</summary>
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
    public async Task AfterDowntime_WhatPassedIsSaidOnce_AndTheNextTimeIsAnnouncedInTime()
    {
        // The clock jumps over three Fridays: for the service they pass as while it is away.
        world.Tenant.Clock.AdvanceTo(RitualWorld.At(3, 23, 9));
        await world.World.Clock.QuietAsync(default);

        Assert.That(Texts(), Has.Exactly(1).Contains("Ik was even weg").And.Exactly(1).Contains("vrijdag 27 maart"));
        Assert.That(world.Announcements(), Is.Zero);
        await world.UntilAsync(3, 26, 16);
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [Test]
    public async Task RemovedAndPutBack_GoesOnWhereItWas_AndSaysSo()
    {
        await world.Tenant.Channels.UninstallAsync(world.Channel, world.Owner);
        await world.UntilAsync(3, 5, 16);
        Assert.That(world.Announcements(), Is.Zero);

        await world.Tenant.Channels.InstallAsync(world.Channel, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That(Texts(), Has.Exactly(1).Contains("Ik ben er weer").And.Exactly(1).Contains("Rituelen voor dit team"));
        Assert.That(world.Announcements(), Is.EqualTo(1));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RemovedForAWeek_RitualsEnd_AndLeaveTheCalendars()
    {
        await world.Tenant.Channels.UninstallAsync(world.Channel, world.Owner);
        await world.UntilAsync(3, 8, 7);
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));

        await world.UntilAsync(3, 9, 8);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task ChannelDeleted_WithoutAWord_IsNoticedWhenWritingToIt()
    {
        world.Channel.Deleted = true;
        await world.UntilAsync(3, 5, 16);

        Assert.That((await world.World.ReadAsync(db => db.Spaces.SingleAsync())).LostAt, Is.Not.Null);
        Assert.That(await world.World.ReadAsync(db => db.DueTasks.CountAsync(task => task.Kind == DueTaskKind.SendPost)), Is.Zero);
    }

    [Test]
    public async Task ChannelDeleted_AsTeamsTellsIt_StopsItsRituals()
    {
        await world.Tenant.Channels.DeleteAsync(world.Channel, world.Owner);
        await world.World.Clock.QuietAsync(default);

        Assert.That((await world.World.ReadAsync(db => db.Spaces.SingleAsync())).LostAt, Is.Not.Null);
        Assert.That(await world.World.ReadAsync(db => db.DueTasks.CountAsync(task => task.Kind == DueTaskKind.AnnounceRitual)), Is.Zero);
    }

    [Test]
    public async Task ChannelDeleted_TheTeamIsToldInAnotherChannel_AndGoesOnThere()
    {
        var gone = world.Tenant.Spaces.AddChannel(world.Channel.Team!, "Koffie");
        gone.Installed = true;
        await world.Tenant.Channels.SayAsync(gone, world.Owner, "ritueel nieuw vrijdagkoffie elke vrijdag 10:00");
        await world.World.Clock.QuietAsync(default);
        await world.Tenant.Channels.ClickAsync(gone, world.Owner, gone.Messages[^1].Id, "ritual.confirm", new CardView(gone.Messages[^1].CardJson!).Button("ritual.confirm"));
        await world.World.Clock.QuietAsync(default);
        await world.Tenant.Channels.ClickAsync(gone, world.Member, gone.Messages[^1].Id, "ritual.join", new CardView(gone.Messages[^1].CardJson!).Button("ritual.join"));
        await world.World.Clock.QuietAsync(default);
        await world.Tenant.Channels.DeleteAsync(gone, world.Owner);
        await world.World.Clock.QuietAsync(default);
        Assert.That(Texts(), Has.Exactly(1).Contains("Een kanaal van dit team is weg"));

        // There is one of that name here.
        Assert.That(await world.SayAsync(world.Owner, "ritueel haal hierheen"), Does.Contain("Vrijdagkoffie 2"));
        Assert.That(await world.SayAsync(world.Owner, "ritueel haal hierheen"), Does.Contain("Er is niets om hierheen te halen"));
        await world.UntilAsync(3, 10, 8);
        Assert.That(world.Announcements(), Is.EqualTo(2));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ChannelDeleted_AndRestored_GoesOn()
    {
        await world.Tenant.Channels.DeleteAsync(world.Channel, world.Owner);
        await world.Tenant.Channels.RestoreAsync(world.Channel, world.Owner);
        await world.UntilAsync(3, 5, 16);

        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    [TestCase(503)]
    [TestCase(403)]
    public async Task TeamsTakingNothingFromAnyone_PostsWaitForTheCircuit_AndComeOnce(int status)
    {
        var channels = new List<SharedChat> { world.Channel };
        while (channels.Count <= DeliveryCircuitBreaker.FailureThreshold)
        {
            world.GoToAnotherChannel();
            channels.Add(world.Channel);
            await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        }

        using (world.World.Tenant.Faults.Add(new FaultRule { Path = "/teams/v3/conversations*", Status = status, Body = FaultBodies.Of(status), Count = int.MaxValue }))
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
    public async Task CrashBetweenSendingAndRecording_SendsOnceMore_NotOftener()
    {
        await world.UntilAsync(3, 5, 16);
        var post = await world.World.ReadAsync(db => db.Posts.SingleAsync(row => row.Kind == PostKind.Occurrence));

        for (var crash = 0; crash < 2; crash++)
        {
            await world.World.WriteAsync(async db =>
            {
                (await db.Posts.FindAsync(post.Id))!.State = PostState.Sending;
                db.DueTasks.Add(new DueTask { Id = Guid.CreateVersion7(world.World.Clock.Now), Kind = DueTaskKind.SendPost, SubjectId = post.Id, DueAt = RitualWorld.InstantAt(3, 5, 16) });
            });
            await world.World.Services.GetRequiredService<SweepRequests>().SweepSoonAsync(default);
            await world.World.Clock.QuietAsync(default);
        }

        Assert.That(world.Announcements(), Is.EqualTo(2));
    }

    [Test]
    public async Task PersonErased_LeavesTheRitualAndItsCalendar()
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
    public async Task GoneFromTheDirectory_WithoutHavingTheApp_LeavesTheRitual()
    {
        world.Tenant.People.Delete(world.Member);
        await world.World.Services.GetRequiredService<DirectoryLook>().LookAsync(default);
        await world.World.Clock.QuietAsync(default);
        await world.World.EmptyLogAsync();

        Assert.That(DatabaseFiles.Contain(world.World.DatabaseFile, world.Member.ObjectId.ToString()), Is.False);
        Assert.That(await world.World.ReadAsync(db => db.RitualMembers.CountAsync()), Is.EqualTo(3));
    }

    [Test]
    public async Task NameTakenOff_WhileTeamsIsAway_ComesOffLater()
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
    public async Task MemberLeavesTheTeam_TheirNameLeavesItsCards()
    {
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(world.Member, "occurrence.come");
        await world.ClickAsync(world.Member, "occurrence.takeTurn");
        await world.Tenant.Channels.RemoveMemberAsync(world.Channel, world.Member, world.Owner);
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.Announcement(), Does.Not.Contain(world.Member.Name).And.Contain(" ontvangt."));
    }

    [Test]
    public async Task MemberLeavesTheTeam_LeavesItsRituals()
    {
        await world.Tenant.Channels.RemoveMemberAsync(world.Channel, world.Member, world.Owner);
        await world.World.Clock.QuietAsync(default);

        Assert.That(world.CalendarOf(world.Member, 3, 7), Is.Empty);
        Assert.That(world.CalendarOf(world.Owner, 3, 7), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AfterAMonth_NothingSaysWhoCameOrHostedOrDecided()
    {
        await world.SayAsync(world.Owner, "ritueel");
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(world.Member, "occurrence.come");
        world.Tenant.Clock.AdvanceTo(RitualWorld.At(4, 8, 9));
        await world.World.Clock.QuietAsync(default);
        await world.World.Services.GetRequiredService<Retention>().ApplyAsync(default);

        Assert.That(await world.World.ReadAsync(db => db.Coming.CountAsync()), Is.Zero);
        Assert.That(await world.World.ReadAsync(db => db.Occurrences.CountAsync(row => row.StartsAt < RitualWorld.InstantAt(3, 7, 0))), Is.Zero);
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
                    Id = Guid.CreateVersion7(world.World.Clock.Now), ConversationId = channel.ConversationId, Kind = SpaceKind.Channel, TeamId = model.TeamId,
                    GroupId = model.GroupId, ServiceUrl = model.ServiceUrl, Language = "nl", Zone = "Europe/Amsterdam", AddedAt = model.AddedAt,
                };
                var ritual = new Ritual { Id = Guid.CreateVersion7(world.World.Clock.Now), SpaceId = space.Id, Nonce = Nonce.New(), Plan = plan, HandledUntil = model.AddedAt };
                db.Spaces.Add(space);
                db.Rituals.Add(ritual);
                db.DueTasks.Add(new DueTask { Id = Guid.CreateVersion7(world.World.Clock.Now), Kind = DueTaskKind.AnnounceRitual, SubjectId = ritual.Id, DueAt = RitualWorld.InstantAt(3, 5, 15, 30) });
            }
        });

        await world.UntilAsync(3, 5, 16);
        Assert.That(channels.Select(channel => channel.Messages.Count(message => message.FromBot)), Has.All.EqualTo(1));
        Assert.That(world.Announcements(), Is.EqualTo(1));
    }

    private List<string> Texts() => [.. world.FromBot.Select(message => CardText.Of(message.CardJson))];
}
