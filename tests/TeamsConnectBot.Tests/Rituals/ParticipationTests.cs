using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Rituals need consent of their own: nobody takes part without having said so, whatever others do.</summary>
internal sealed class ParticipationTests
{
    private RitualWorld world = null!;

    private Person Colleague => world.World.People[3];

    [SetUp]
    public async Task StartAsync() => world = await RitualWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public async Task Ritual_PlannedAndAnnounced_StoresNobodyAndIsInNoCalendar()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.UntilAsync(3, 5, 16);

        Assert.That(world.Announcements(), Is.EqualTo(1));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        Assert.That(await world.World.ReadAsync(db => db.RitualMembers.CountAsync()), Is.Zero);
        foreach (var person in world.World.People.Skip(1))
        {
            AssertUnknown(person);
        }
    }

    [Test]
    public async Task Join_WhileTheSeriesIsBeingCreated_IsIncluded()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        var joined = new TaskCompletionSource();
        using var creation = world.World.Tenant.Faults.Add(
            new FaultRule { Method = "POST", Path = "/v1.0/users/*/events", Count = 1, Until = joined.Task });
        var first = world.ClickAsync(world.Member, "ritual.join");
        await creation.FirstHit;

        var second = world.ClickAsync(Colleague, "ritual.join");
        while (await world.World.ReadAsync(db => db.RitualMembers.CountAsync()) < 2)
        {
            await Task.Yield();
        }

        joined.SetResult();
        await Task.WhenAll(first, second);
        Assert.That(
            world.Tenant.Calendar.Live.Single().Attendees.Select(attendee => attendee.Address),
            Is.EquivalentTo(new[] { world.Member.Mail, Colleague.Mail }));
    }

    [Test]
    public async Task Join_OfASecondPerson_KeepsTheTeamsMeeting()
    {
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, false, world.Member, Colleague);

        Assert.That(world.Tenant.Calendar.Live.Single().Attendees, Has.Length.EqualTo(2));
        Assert.That(world.Tenant.Calendar.Live.Single().JoinUrl, Is.Not.Null);
    }

    [TestCase("Vrijdagkoffie elke vrijdag 15:30")]
    [TestCase("Vrijdagkoffie elke vijfde vrijdag van de maand 15:30")]
    [TestCase("Vrijdagkoffie vrijdag 6 maart 15:30")]
    public async Task Join_OfASecondPerson_MailsNobodyElse(string phrase)
    {
        var ritual = await world.PlanAsync(phrase);
        await world.JoinAsync(ritual, false, world.Member);
        await world.JoinAsync(ritual, false, Colleague);

        Assert.That(Mails(), Is.EqualTo(new[]
        {
            (world.Member.Mail, MeetingMailKind.Invitation), (Colleague.Mail, MeetingMailKind.Invitation),
        }));
    }

    [TestCase("Vrijdagkoffie elke vrijdag 15:30")]
    [TestCase("Vrijdagkoffie elke vijfde vrijdag van de maand 15:30")]
    [TestCase("Vrijdagkoffie vrijdag 6 maart 15:30")]
    public async Task Leave_MailsOnlyTheLeaver(string phrase)
    {
        await world.PlanForAllAsync(phrase);
        var before = Mails().Count;
        await world.SayAsync(Colleague, "ritueel verlaat Vrijdagkoffie");

        Assert.That(Mails().Skip(before), Is.EqualTo(new[] { (Colleague.Mail, MeetingMailKind.Cancellation) }));
    }

    [Test]
    public async Task Join_AfterAnOccurrenceWasMovedPastItsDay_KeepsItInEveryCalendar()
    {
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), false, world.Member);
        await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie eenmalig naar maandag 9 maart 10:00");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        await world.UntilAsync(3, 7, 12);
        await world.SayAsync(Colleague, "ritueel doe mee Vrijdagkoffie");

        var coming = new LocalDateTime[] { new(2026, 3, 9, 10, 0), new(2026, 3, 13, 15, 30) };
        Assert.That(world.CalendarOf(world.Member, 3, 14), Is.EqualTo(coming));
        Assert.That(world.CalendarOf(Colleague, 3, 14), Is.EqualTo(coming));
    }

    [Test]
    public async Task PlannedCard_OfARitual_SaysWhatTakingPartMeansAndCalendarUseIsOff()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        Assert.That(
            world.Texts[^1],
            Does.Contain("bewaren we je naam en mailadres").And.Contain("de beurt om te ontvangen").And.Contain("vier weken")
                .And.Contain("Niet als ik pauzeer"));

        await world.ClickAsync(world.Member, "ritual.join");
        var row = await world.World.ReadAsync(db => db.RitualMembers.SingleAsync());
        Assert.That(
            (row.PersonId, row.Mail, row.CalendarAllowedAt),
            Is.EqualTo((world.Member.ObjectId.ToString(), world.Member.Mail, (NodaTime.Instant?)null)));
    }

    [Test]
    public async Task Calendar_Allowed_CanBeWithdrawnWithTheSameButton()
    {
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, true, world.Member);
        Assert.That((await world.World.ReadAsync(db => db.RitualMembers.SingleAsync())).CalendarAllowedAt, Is.Not.Null);

        await world.JoinAsync(ritual, false, world.Member);
        Assert.That((await world.World.ReadAsync(db => db.RitualMembers.SingleAsync())).CalendarAllowedAt, Is.Null);
    }

    [Test]
    public async Task Announcement_JoinButton_LeavesTheCalendarConsentUnchanged()
    {
        var ritual = await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.JoinAsync(ritual, true, world.Member);
        await world.UntilAsync(3, 5, 16);

        await world.ClickAsync(world.Member, "ritual.join");
        await world.ClickAsync(Colleague, "ritual.join");

        Assert.That(world.CalendarOf(Colleague, 3, 7), Has.Count.EqualTo(1));
        var allowed = await world.World.ReadAsync(
            db => db.RitualMembers.Where(member => member.CalendarAllowedAt != null).Select(member => member.PersonId).ToListAsync());
        Assert.That(allowed, Is.EqualTo(new[] { world.Member.ObjectId.ToString() }));
    }

    [Test]
    public async Task Invite_OfAColleague_LooksUpNamesAndAddsNobody()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        var lookups = world.Tenant.Counters.Of("teams.members");

        var asked = await world.SayAsync(world.Member, "ritueel uitnodigen Vrijdagkoffie <at>iemand</at>", Colleague);
        Assert.That(asked, Does.Contain("Wie mee wil doen").And.Not.Contain(Colleague.Name));
        Assert.That(world.Tenant.Counters.Of("teams.members"), Is.EqualTo(lookups));
        AssertUnknown(Colleague);

        await world.ClickAsync(Colleague, "ritual.join");
        Assert.That(world.CalendarOf(Colleague, 3, 7), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Member_WhoLeft_StaysOutWhateverOthersDo()
    {
        var ritual = await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.SayAsync(Colleague, "ritueel verlaat Vrijdagkoffie");
        await OthersDoEverythingAsync();

        Assert.That(world.CalendarOf(Colleague, 4, 1), Is.Empty);
        Assert.That(await world.World.ReadAsync(db => db.RitualMembers.CountAsync(member => member.RitualId == ritual.Id)), Is.EqualTo(3));
    }

    [Test]
    public async Task Member_Erased_StaysOutUntilTheyJoinAgain()
    {
        await world.PlanForAllAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.World.InstallAsync(Colleague);
        await world.World.SayAsync(Colleague, "vergeet mij");
        await world.World.ClickAsync(Colleague, "forget.confirm");
        await OthersDoEverythingAsync();

        Assert.That(world.CalendarOf(Colleague, 4, 1), Is.Empty);
        await world.World.TruncateWalAsync();
        AssertUnknown(Colleague);

        await world.SayAsync(Colleague, "ritueel doe mee Vrijdagkoffie");
        Assert.That(world.CalendarOf(Colleague, 4, 1), Is.Not.Empty);
    }

    [Test]
    public async Task Stop_ByAParticipant_LeavesRitualsToo()
    {
        await world.World.JoinAsync(Colleague);
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), true, world.Member, Colleague);

        Assert.That(CardText.Of(await world.World.SayAsync(Colleague, "stop")), Does.Contain("de rituelen van je team gaan uit je agenda"));
        await world.World.Clock.QuietAsync(default);
        Assert.That(world.CalendarOf(Colleague, 3, 7), Is.Empty);
        Assert.That(world.CalendarOf(world.Member, 3, 7), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AppRemoved_BySomebodyOnlyInARitual_ErasesThemAndTheirNameOnTheCard()
    {
        await world.JoinAsync(await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30"), true, world.Member, Colleague);
        await world.UntilAsync(3, 5, 16);
        await world.ClickAsync(Colleague, "occurrence.come");
        await world.ClickAsync(Colleague, "occurrence.takeTurn");
        Assert.That(world.Announcement(), Does.Contain($"{Colleague.Name} ontvangt.").And.Contain($"Komt: {Colleague.Name}."));

        await world.Sandbox.Teams.UninstallAsync(Colleague);
        await world.World.Clock.QuietAsync(default);

        AssertUnknown(Colleague);
        Assert.That(world.Texts, Has.None.Contains(Colleague.Name));
        Assert.That(world.CalendarOf(Colleague, 3, 14), Is.Empty);
        Assert.That(await world.World.ReadAsync(db => db.Erasures.SumAsync(day => day.People)), Is.EqualTo(1));
    }

    [Test]
    public async Task AppRemoved_BySomebodyUnknown_CountsAsNoErasure()
    {
        await world.PlanAsync("Vrijdagkoffie elke vrijdag 15:30");
        await world.Sandbox.Teams.UninstallAsync(Colleague);
        await world.World.Clock.QuietAsync(default);

        Assert.That(await world.World.ReadAsync(db => db.Erasures.CountAsync()), Is.Zero);
    }

    // Every way in which others could add a colleague.
    private async Task OthersDoEverythingAsync()
    {
        await world.SayAsync(world.Owner, "ritueel uitnodigen Vrijdagkoffie <at>iemand</at>", Colleague);
        await world.SayAsync(world.Owner, "ritueel ontvang Vrijdagkoffie <at>iemand</at>", Colleague);
        await world.SayAsync(world.Owner, "ritueel verplaats Vrijdagkoffie naar elke donderdag 16:00");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        await world.SayAsync(world.Owner, "ritueel stop Vrijdagkoffie");
        await world.ClickAsync(world.Owner, "ritual.confirm");
        await world.SayAsync(world.Owner, "ritueel herstel");
        await world.PlanAsync("Ochtendkoffie elke maandag 10:30");
        await world.UntilAsync(3, 13, 12);
    }

    private List<(string? To, MeetingMailKind Kind)> Mails() =>
        [.. world.Tenant.Mails.Sent.Select(mail => ((string?)mail.To, mail.Kind))];

    private void AssertUnknown(Person person)
    {
        foreach (var value in new[] { person.ObjectId.ToString(), person.Name, person.Mail! })
        {
            Assert.That(DatabaseFiles.Contain(world.World.DatabaseFile, value), Is.False, value);
        }
    }
}
