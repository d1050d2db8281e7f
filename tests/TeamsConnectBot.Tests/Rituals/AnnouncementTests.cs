namespace TeamsConnectBot.Tests.Rituals;

/// <summary>The card before each occurrence: when it comes, and what it says.</summary>
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
    public async Task Announcement_AfterTheOccurrence_SaysItIsOverAndTheNextOneComes()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(3, 6, 16, 1);
        Assert.That(world.Texts, Has.Exactly(1).Contains("Dit is geweest."));

        await world.UntilAsync(3, 12, 16);
        Assert.That(world.Announcement(), Does.Contain("vrijdag 13 maart"));
    }

    [Test]
    public async Task FifthFriday_UnknownToOutlook_GetsASingleEvent()
    {
        await world.PlanForAllAsync("Borrel elke vijfde vrijdag van de maand 16:00");

        Assert.That(world.CalendarOf(world.Member, 8, 1), Is.EqualTo(new[] { new LocalDateTime(2026, 5, 29, 16, 0) }));
    }
}
