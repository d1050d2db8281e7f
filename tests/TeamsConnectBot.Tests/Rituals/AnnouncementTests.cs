using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>The card before each occurrence: host, agenda, and the names of those who chose to be named.</summary>
internal sealed class AnnouncementTests
{
    private RitualWorld world = null!;

    [SetUp]
    public async Task StartAsync() => world = await RitualWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Announcement_OfAWeeklyRitual_ComesTheWorkingDayBeforeWithAgendaAndHost()
    {
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(3, 5, 15, 29);
        Assert.That(world.Announcements(), Is.Zero);

        await world.UntilAsync(3, 5, 15, 31);
        Assert.That(world.Announcements(), Is.EqualTo(1));
        Assert.That(
            world.Announcement(),
            Does.Contain("vrijdag 6 maart, 15:30–16:00").And.Contain("Wie ontvangt, zegt als eerste hallo").And.Match("(?m) ontvangt\\.$"));
    }

    [Test]
    public async Task Announcement_OfARitualPlannedShortlyBefore_ComesAtOnceAndWhoeverClicksHosts()
    {
        await world.PlanAsync("Weekstart elke maandag 10:00");
        Assert.That(world.Announcement(), Does.Contain("maandag 2 maart, 10:00–10:30").And.Contain("Nog niemand ontvangt"));

        await world.ClickAsync(world.Member, "occurrence.takeTurn");
        Assert.That(world.Announcement(), Does.Contain($"{world.Member.Name} ontvangt."));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty, "hosting once is not joining the ritual");
    }

    [Test]
    public async Task Announcement_OfAMonday_ComesOnFriday()
    {
        await world.PlanAsync("Weekstart elke maandag 10:00");
        await world.UntilAsync(3, 6, 10, 1);

        Assert.That(world.Announcement(), Does.Contain("maandag 9 maart, 10:00–10:30"));
    }

    [Test]
    public async Task Announcements_AfterAnAnnouncedOccurrenceMovedPastThem_StillComeOnceEach()
    {
        await world.PlanAsync("Overleg elke dinsdag en donderdag 10:00");
        await world.UntilAsync(3, 2, 11);
        Assert.That(world.Announcement(), Does.Contain("dinsdag 3 maart, 10:00–10:30"));
        await world.SayAsync(world.Owner, "ritueel verplaats Overleg eenmalig naar vrijdag 10:00");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        Assert.That(world.Announcement(), Does.Contain("vrijdag 6 maart, 10:00–10:30"));

        await world.UntilAsync(3, 4, 10, 1);
        Assert.That(world.Announcement(), Does.Contain("donderdag 5 maart, 10:00–10:30"));
        await world.UntilAsync(3, 9, 10, 1);
        Assert.That(world.Announcement(), Does.Contain("dinsdag 10 maart, 10:00–10:30"));
        Assert.That(world.Announcements(), Is.EqualTo(3), "the moved occurrence was announced once");
    }

    [Test]
    public async Task Announcement_OfADailyRitual_ComesHalfAnHourBefore()
    {
        await world.PlanAsync("Stand-up elke werkdag 9:15 15 min");
        await world.UntilAsync(3, 3, 8, 44);
        Assert.That(world.Announcements(), Is.EqualTo(1), "Monday's announcement came at 8:45 on Monday");

        await world.UntilAsync(3, 3, 8, 46);
        Assert.That(world.Announcements(), Is.EqualTo(2));
    }

    [Test]
    public async Task Coming_ShowsOnlyNamesOfThoseWhoChoseIt_UntilTheyRemoveThem()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(3, 5, 16);
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
    public async Task Host_OverFiveWeeks_RotatesFairly()
    {
        var ritual = await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(4, 2, 16);

        var hosted = await world.World.ReadAsync(
            db => Task.FromResult(db.RitualMembers.Where(member => member.RitualId == ritual.Id).Select(member => member.Hosted).ToList()));
        Assert.That(hosted, Has.Count.EqualTo(4));
        Assert.That(hosted.Sum(), Is.EqualTo(5));
        Assert.That(hosted.Max() - hosted.Min(), Is.EqualTo(1));
    }

    [Test]
    public async Task Turn_TakenOrPassedOn_TakesOneClickEvenIfClickedTwice()
    {
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(3, 5, 16);
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
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), false, world.Member);
        await world.UntilAsync(3, 5, 16);
        Assert.That(world.Announcement(), Does.Contain($"{world.Member.Name} ontvangt."));

        await world.ClickAsync(world.Member, "occurrence.passOn");
        Assert.That(world.Announcement(), Does.Contain("Nog niemand ontvangt").And.Not.Contain(world.Member.Name));
    }

    [Test]
    public async Task Turn_OfAMemberWhoLeaves_IsReleased()
    {
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), false, world.Member);
        await world.UntilAsync(3, 5, 16);
        await world.SayAsync(world.Member, "ritueel verlaat Vrijdagkoffie");

        Assert.That(world.Announcement(), Does.Contain("Nog niemand ontvangt").And.Not.Contain(world.Member.Name));
    }

    [Test]
    public async Task Host_WhoVolunteers_IsNamedOnTheAnnouncementButNotInTheReply()
    {
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        var host = world.World.People[3];

        Assert.That(
            await world.SayAsync(host, "ritueel ontvang Vrijdagkoffie"),
            Does.Contain("Jij ontvangt Vrijdagkoffie").And.Not.Contain(host.Name));
        await world.UntilAsync(3, 5, 16);
        Assert.That(world.Announcement(), Does.Contain($"{host.Name} ontvangt."));
    }

    [Test]
    public async Task Host_SuggestedByAColleague_IsNotHostUntilTheyClick()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        var host = world.World.People[3];

        var asked = await world.SayAsync(world.Member, "ritueel ontvang Vrijdagkoffie <at>iemand</at>", host);
        Assert.That(asked, Does.Contain("Wie ontvangt Vrijdagkoffie?").And.Not.Contain(host.Name));
        Assert.That(
            await world.World.ReadAsync(db => Task.FromResult(db.Occurrences.Count(row => row.HostId != null) + db.RitualMembers.Count())),
            Is.Zero);

        await world.ClickAsync(host, "ritual.host");
        await world.UntilAsync(3, 5, 16);
        Assert.That(world.Announcement(), Does.Contain($"{host.Name} ontvangt."));
    }

    [Test]
    public async Task Announcement_AfterTheOccurrence_SaysItIsOverAndTheNextOneComes()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(3, 6, 16, 1);
        Assert.That(world.Texts, Has.Exactly(1).Contains("Dit is geweest."));

        await world.UntilAsync(3, 12, 16);
        Assert.That(world.Announcement(), Does.Contain("vrijdag 13 maart"));
    }

    [Test]
    public async Task PublicHoliday_OnARitualsDay_IsSkippedInTheChannelAndTheCalendar()
    {
        await world.PlanForAllAsync("Weekstart elke maandag 10:00");
        await world.UntilAsync(4, 8, 12);

        // Easter Monday is 6 April.
        Assert.That(world.Texts, Has.None.Contains("maandag 6 april"));
        Assert.That(
            world.CalendarOf(world.Member, 4, 20), Is.EqualTo(new[] { new LocalDateTime(2026, 4, 13, 10, 0), new(2026, 4, 20, 10, 0) }));
    }

    [Test]
    public async Task Ritual_OverAClockChange_KeepsItsLocalTime()
    {
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(4, 2, 16);

        Assert.That(world.Announcement(), Does.Contain("15:30–16:00"));
        Assert.That(
            world.CalendarOf(world.Member, 4, 11), Is.EqualTo(new[] { new LocalDateTime(2026, 4, 3, 15, 30), new(2026, 4, 10, 15, 30) }));
    }

    [Test]
    public async Task FifthFriday_UnknownToOutlook_GetsASingleEvent()
    {
        await world.PlanForAllAsync("Borrel elke vijfde vrijdag van de maand 16:00");

        Assert.That(world.CalendarOf(world.Member, 8, 1), Is.EqualTo(new[] { new LocalDateTime(2026, 5, 29, 16, 0) }));
    }
}
