using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>Everyone in a small pool is offered the same few slots, so that nobody who says yes is left alone.</summary>
internal sealed class SmallPoolTests : WorldTests
{
    [Test]
    public async Task OpenTable_SmallPool_OffersEverybodyTheSameMoments()
    {
        var world = await StartAsync(10);
        await world.InviteAsync();

        Assert.That(world.People.Select(person => world.CardOf(person).Choices("gaps").Count).Distinct().Single(), Is.InRange(1, 3));
        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("Join the open table?"));
    }

    [Test]
    public async Task OpenTable_PoolThatWalks_IsAnnouncedAsAWalk()
    {
        var world = await StartAsync(10, ("Programme:Pools:0:Offer", "Walk"));
        await world.InviteAsync();

        Assert.That(
            world.CardOf(world.People[0]).Text,
            Does.Contain("Een stukje lopen met wie er kan. 30 minuten, in werktijd").And.Not.Contain("Koffie"));
        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("A short walk with whoever can make it. 30 minutes, in working"));
    }

    [Test]
    public async Task Change_AfterAYes_KeepsThatSomebodyOpensTheTable()
    {
        var world = await StartAsync(10);
        await world.InviteAsync();
        var opener = world.People[1];
        await world.ClickAsync(opener, "invitation.yes", ("gaps", "0"), ("opensTable", "true"));

        var changing = await world.ClickAsync(opener, "invitation.change");
        Assert.That(((string?)changing.Inputs()["gaps"], (string?)changing.Inputs()["opensTable"]), Is.EqualTo(("0", "true")));
    }

    [Test]
    public async Task Settle_EverybodyAnswered_StillWaitsForNoon()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        var messages = world.People.Select(person => world.MessagesTo(person).Count).ToList();
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.EqualTo(messages));

        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12);
        Assert.That(world.EventOf(world.People[0]).Attendees, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Settle_SomebodyHasNotAnswered_WaitsForNoon()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People.Take(2));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);

        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        Assert.That(world.EventOf(world.People[0]).Attendees, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task LeftOut_OnlyPersonToSayYes_IsToldNoNamesAndGoesFirstNextTime()
    {
        var world = await StartAsync(3);
        var lonely = world.People[1];
        await world.InviteAsync();
        await world.SayYesAsync(lonely);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);

        var card = world.CardOf(lonely);
        Assert.That(card.Text, Does.Contain("The times couldn't be combined; next time you go first."));
        Assert.That(card.Json, Does.Not.Contain(world.People[0].Name).And.Not.Contain(world.People[2].Name));

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        var why = await world.ClickAsync(lonely, "invitation.why");
        Assert.That(why.Text, Does.Contain("You said yes the time before and it didn't work out. So you went first."));
    }

    [Test]
    public async Task Why_AfterAnInvitationThatNeverArrived_TellsOfNoYes()
    {
        var world = await StartAsync(3);
        await world.JoinAllAsync();
        using (world.Faults.Refuse("/teams/*", 503))
        {
            await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 30);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);
        var turns = await world.Service.Services.GetRequiredService<Database>().ReadAsync(
            db => db.Participants.Select(row => row.TurnsLeftOut).ToListAsync(), CancellationToken.None);
        Assert.That(turns, Is.All.EqualTo(1), "they go first");
        var why = await world.ClickAsync(world.People[1], "invitation.why");
        Assert.That(why.Text, Does.Contain("You haven't met anybody through us yet.").And.Not.Contain("said yes"));
    }

    [Test]
    public async Task Settle_CalendarFilledAfterInvitation_LeavesThatPersonOut()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        var busy = world.People[0];
        world.Calendars.Block(busy, World.At(IsoDayOfWeek.Monday, 0), World.At(IsoDayOfWeek.Saturday, 0));
        await world.SayYesAsync(world.People);
        await world.SettleAsync();

        Assert.That(world.EventsOf(busy), Is.Empty);
        Assert.That(world.PartnersOf(world.People[1]), Is.EqualTo(new[] { world.People[2] }));
        Assert.That(world.CardOf(busy).Text, Does.Contain("volgende keer ben jij eerst"));
    }

    [Test]
    public async Task Trio_OneMemberCantMakeIt_LeavesThePair()
    {
        var world = await StartAsync(3);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var (leaver, stayer) = (world.People[0], world.People[1]);
        var before = world.MessagesTo(stayer).Count;
        var asked = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(asked.Text, Does.Contain("De anderen gaan door zonder jou."));
        Assert.That(world.EventOf(leaver).Attendees, Has.Length.EqualTo(3), "a click may be a mistake");
        Assert.That(asked.Choices("sentence"), Is.Empty, "a sentence is only for the one other person of a pair");
        await world.TapAsync(leaver, asked, "connection.leave");
        await world.QuietAsync();

        Assert.That(world.CardOf(leaver).Text, Is.EqualTo("Deze afspraak gaat niet door."));
        Assert.That(
            world.EventOf(stayer).Attendees.Select(attendee => attendee.Name),
            Is.EquivalentTo(new[] { stayer.Name, world.People[2].Name }));
        Assert.That(world.CardOf(stayer).Text, Does.Contain(world.People[2].Name).And.Not.Contain(leaver.Name));
        Assert.That(
            world.MessagesTo(stayer), Has.Count.EqualTo(before), "The card must be edited without a new message, which would notify them.");
    }

    [Test]
    public async Task Pause_WhileActive_SkipsRoundsAndRemindsOnTheWorkingDayBeforeItEnds()
    {
        var world = await StartAsync(3);
        var paused = world.People[1];
        await world.InviteAsync();
        await world.ClickAsync(paused, "invitation.pause");
        var before = world.MessagesTo(paused).Count;
        await world.UntilAsync(IsoDayOfWeek.Monday, 12, week: 1);
        Assert.That(world.MessagesTo(paused), Has.Count.EqualTo(before));

        await world.UntilAsync(IsoDayOfWeek.Friday, 12, week: 1);
        Assert.That(world.CardOf(paused).Text, Does.Contain("Your pause ends on Monday 16 March"));
    }

    [Test]
    public async Task Pause_TypedAfterAYes_TakesTheYesBack()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.Server.Teams.SayAsync(world.People[0], "pauze");
        await world.QuietAsync();
        Assert.That(
            world.CardOf(world.People[0]).Text,
            Does.Contain("Pauze tot maandag 16 maart").And.Contain("Je had al ja gezegd op een uitnodiging."));

        await world.SettleAsync();
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("The times couldn't be combined"));
    }

    [Test]
    public async Task Pause_OfAHostBeforeTheirCard_LeavesThemOut()
    {
        var world = await StartAsync(10, ("Programme:Pools:0:QuietHours", "09:00-09:30"));
        await world.JoinAllAsync();
        var database = world.Service.Services.GetRequiredService<Database>();
        await database.WriteAsync(
            async db =>
            {
                foreach (var person in await db.Participants.ToListAsync())
                {
                    person.Preferences = person.Preferences with { OpensTable = true };
                }
            },
            CancellationToken.None);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 15);
        var hosts = await database.ReadAsync(
            db => db.Invitations.Where(row => row.IsHost && row.SentAt == null).Select(row => row.PersonId).ToListAsync(),
            CancellationToken.None);
        var host = world.People.First(person => hosts.Contains(person.ObjectId.ToString()));
        await world.Server.Teams.SayAsync(host, "pauze 10 dagen");
        await world.QuietAsync();
        Assert.That(world.CardOf(host).Text, Does.Contain("donderdag 12 maart").Or.Contain("Thursday 12 March"));
        Assert.That(world.CardOf(host).Text, Does.Not.Contain("ja gezegd").And.Not.Contain("said yes"), "they never said it");
        var before = world.MessagesTo(host).Count;

        await world.UntilAsync(IsoDayOfWeek.Monday, 10);
        await world.SayYesAsync(world.People.Where(person => world.HasButton(person, "invitation.yes")));
        await world.SettleAsync();
        Assert.That(world.Tenant.Calendar.Live, Is.Not.Empty);
        Assert.That(world.EventsOf(host), Is.Empty);
        Assert.That(world.MessagesTo(host), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task NotThisWeek_Clicked_IsInvitedAgainTheNextWeek()
    {
        var world = await StartAsync(3);
        var person = world.People[1];
        await world.InviteAsync();
        await world.ClickAsync(person, "invitation.notThisWeek");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);

        Assert.That(world.CardOf(person).Has("invitation.yes"), Is.True);
    }

    [Test]
    public async Task NotNow_OnTheWelcome_DoesNotEnrol()
    {
        var world = await StartAsync(3);
        var reluctant = world.People[1];
        await world.Server.Teams.InstallAsync(reluctant);
        await world.QuietAsync();
        var answer = await world.ClickAsync(reluctant, "notNow");
        Assert.That(answer.Text, Does.Contain("You get no invitations, and nothing of your calendar or your week with AI is read."));

        await world.JoinAsync(world.People[0], world.People[2]);
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        Assert.That(world.MessagesTo(reluctant), Has.Count.EqualTo(1));
        Assert.That(world.HasButton(world.People[0], "invitation.yes"), Is.True);
    }
}
