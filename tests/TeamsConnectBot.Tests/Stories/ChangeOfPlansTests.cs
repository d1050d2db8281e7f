namespace TeamsConnectBot.Tests.Stories;

/// <summary>
/// Somebody who can't make it is first offered another shared slot; if none is chosen, the partner is told that the meeting is off,
/// without a reason. The choice, whatever it is, takes effect only when the time to choose is over.
/// </summary>
internal sealed class ChangeOfPlansTests : MeetingOfTwoTests
{
    [Test]
    public async Task CantMakeIt_AnotherGapChosen_PartnerIsToldOnlyThatItMoved()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var before = world.EventOf(leaver).Start;
        var choice = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(choice.Choices("moment").Count, Is.InRange(1, 3));
        Assert.That(world.CardOf(partner).Has("connection.cantMakeIt"), Is.True, "The partner must not see that a choice is pending.");

        var noted = await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        Assert.That(noted.Text, Does.Contain("Genoteerd: het wordt ").And.Contain("Het bericht gaat om 13:00 uit, niet eerder."));
        Assert.That(world.EventOf(leaver).Start, Is.EqualTo(before), "The meeting must not move before the announced moment.");

        await EndTimeToChooseAsync(world);
        var item = world.EventOf(leaver);
        Assert.That(item.Start, Is.Not.EqualTo(before));
        Assert.That((world.CardOf(partner).Summary, world.Tenant.Calendar.Created), Is.EqualTo(("Your appointment has moved.", 1L)));
        Assert.That(world.CardOf(partner).Text, Does.Contain("Moved because of the calendar.").And.Not.Contain("can't make it after all"));
        Assert.That(PointerOf(world, partner), Is.EqualTo("Moved. The new moment is in a newer message."));
    }

    [Test]
    public async Task CantMakeIt_Moved_RemindsBothBeforeTheNewTime()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var choice = await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.move", ("moment", choice.Choices("moment")[^1]));
        await EndTimeToChooseAsync(world);
        var start = world.EventOf(leaver).Start;
        Assert.That(start - world.Now, Is.GreaterThan(Duration.FromHours(2)), "shortly before a meeting nobody needs a reminder");
        await world.UntilAsync(start - Duration.FromMinutes(31));
        Assert.That(Summaries(), Is.EqualTo(new[] { "Je afspraak is verplaatst.", "Your appointment has moved." }));

        await world.UntilAsync(start - Duration.FromMinutes(29));
        Assert.That(
            Summaries(), Is.EqualTo(new[] { "Straks staat er iets in je agenda.", "Something is in your calendar soon." }));

        string?[] Summaries() => [world.MessagesTo(leaver)[^1].Summary, world.MessagesTo(partner)[^1].Summary];
    }

    [Test]
    public async Task CantMakeIt_CalledOff_PartnerIsToldNoReasonAndEventIsDeleted()
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        var noted = await world.ClickAsync(leaver, "connection.callOff");
        Assert.That(noted.Text, Does.Contain("Genoteerd: het gaat niet door."));
        Assert.That(
            world.CardOf(partner).Has("connection.cantMakeIt"), Is.True, "The partner must not be told before the announced moment.");

        await EndTimeToChooseAsync(world);
        AssertOff(world, partner);
        Assert.That(PointerOf(world, partner), Is.EqualTo("This appointment is off."));
        Assert.That(world.CardOf(partner).Text, Does.Not.Contain(" says: "), "by default no sentence is sent");
    }

    [Test]
    public async Task CantMakeIt_NothingChosenInTime_MeetingIsOff()
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.UntilAsync(world.Now + Duration.FromMinutes(31));

        AssertOff(world, partner);
    }

    [Test]
    public async Task CantMakeIt_KeptAfterAll_NothingChanges()
    {
        var (world, leaver, partner) = await ConnectAsync(World.WatchingOutlook);
        var (messages, start) = (world.MessagesTo(partner).Count, world.EventOf(partner).Start);
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.keep");
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That((world.MessagesTo(partner).Count, world.EventOf(partner).Start), Is.EqualTo((messages, start)));
    }

    [Test]
    public async Task CantMakeIt_ChosenTwice_LastChoiceCounts()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var before = world.EventOf(leaver).Start;
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.callOff");
        await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        await EndTimeToChooseAsync(world);

        Assert.That(world.EventOf(partner).Start, Is.Not.EqualTo(before));
        Assert.That(world.MessagesTo(partner)[^1].Summary, Is.EqualTo("Your appointment has moved."));
    }

    [Test]
    public async Task CantMakeIt_BothChoose_FirstPersonsChoiceTakesEffectAtTheirDeadline()
    {
        var (world, first, second) = await ConnectAsync();
        await world.ClickAsync(first, "connection.cantMakeIt");
        await world.UntilAsync(world.Now + Duration.FromMinutes(10));
        var choice = await world.ClickAsync(second, "connection.cantMakeIt");
        Assert.That(
            choice.Text, Does.Contain("Would one of these moments work?").And.Contain("The message goes out at 13:10, not earlier."));

        await world.ClickAsync(second, "connection.callOff");
        await world.ClickAsync(first, "connection.move", ("moment", "0"));
        await world.UntilAsync(world.Now + Duration.FromMinutes(20));
        Assert.That(
            world.People.Select(person => world.MessagesTo(person)[^1].Summary),
            Is.EqualTo(new[] { "Je afspraak is verplaatst.", "Your appointment has moved." }));

        await world.UntilAsync(world.Now + Duration.FromMinutes(20));
        Assert.That(
            world.Tenant.Calendar.Live, Has.Count.EqualTo(1), "The second person's choice was about the old moment and must be ignored.");
    }

    [Test]
    public async Task CantMakeIt_BothChooseAndFirstKeepsIt_SecondPersonsDeadlineStillApplies()
    {
        var (world, first, second) = await ConnectAsync();
        await world.ClickAsync(first, "connection.cantMakeIt");
        await world.UntilAsync(world.Now + Duration.FromMinutes(10));
        await world.ClickAsync(second, "connection.cantMakeIt");
        await world.ClickAsync(first, "connection.keep");
        await world.UntilAsync(world.Now + Duration.FromMinutes(29));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));

        await world.UntilAsync(world.Now + Duration.FromMinutes(1));
        Assert.That(world.CardOf(first).Text, Does.Contain("Het gaat deze keer niet door"));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task CantMakeIt_NoGapLeftThisWeek_OffersNextWeeks()
    {
        var (world, leaver, partner) = await ConnectAsync();
        world.Calendars.Block(leaver, world.Now, World.At(IsoDayOfWeek.Saturday, 0));
        var choice = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(choice.Choices("moment").Count, Is.InRange(1, 3));
        await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        await EndTimeToChooseAsync(world);

        var moved = world.EventOf(partner).Start;
        Assert.That(moved, Is.InRange(World.At(IsoDayOfWeek.Monday, 8, week: 1), World.At(IsoDayOfWeek.Friday, 18, week: 1)));
        Assert.That(world.CardOf(partner).Summary, Is.EqualTo("Your appointment has moved."));

        // From there it can still be moved within that week, and takes place like any other.
        Assert.That((await world.ClickAsync(partner, "connection.cantMakeIt")).Choices("moment"), Is.Not.Empty);
        await world.ClickAsync(partner, "connection.keep");
        await world.UntilAsync(moved + Duration.FromHours(1));
        Assert.That(world.CardOf(leaver).Has("didYouMeet.yes"), Is.True);
    }

    [Test]
    public async Task CantMakeIt_PartnerPaused_OffersOnlyMomentsTheyAgreedTo()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var ticked = await ReadAsync(world, async db =>
            (await db.Invitations.SingleAsync(row => row.PersonId == partner.ObjectId.ToString())) is var own
                ? own.Ticked.Select(own.Week.Of).OrderBy(time => time.Start).ToList() : []);
        await world.Server.Teams.SayAsync(partner, "pause");
        await world.QuietAsync();
        var free = world.Now;
        foreach (var time in ticked)
        {
            world.Calendars.Block(partner, free, time.Start);
            free = time.End;
        }

        world.Calendars.Block(partner, free, World.At(IsoDayOfWeek.Saturday, 0, week: 1));
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        var offered = await ReadAsync(world, async db =>
            (await db.Meetings.Include(row => row.Members).SingleAsync()) is var meeting
                ? meeting.Members.SelectMany(member => member.OtherGaps ?? []).Select(meeting.Week.Of).ToList() : []);

        Assert.That(offered, Is.Not.Empty);
        Assert.That(offered.Where(time => !ticked.Exists(agreed => agreed.Start <= time.Start && agreed.End >= time.End)), Is.Empty);
        await world.ClickAsync(leaver, "connection.keep");
    }

    [Test]
    public async Task CantMakeIt_MeetingAtTheOffice_OffersOnlyDaysWhenBothAreThere()
    {
        var world = await StartAsync(2);
        foreach (var person in world.People)
        {
            await world.Server.Teams.InstallAsync(person);
            await world.QuietAsync();
            await world.ClickAsync(person, "join", ("allowGaps", "true"), ("languages", "nl,en"), ("officeDays", "3,4"));
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30);
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var leaver = world.People[0];
        Assert.That(world.EventOf(leaver).Location, Is.Not.Null, "they meet at the office, on a day when both are there");
        world.Calendars.Block(leaver, World.At(IsoDayOfWeek.Wednesday, 0), World.At(IsoDayOfWeek.Friday, 0));

        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        await EndTimeToChooseAsync(world);
        Assert.That(
            world.EventOf(leaver).Start,
            Is.InRange(World.At(IsoDayOfWeek.Wednesday, 8, week: 1), World.At(IsoDayOfWeek.Thursday, 18, week: 1)));
    }

    [Test]
    public async Task CantMakeIt_NoOtherSharedGap_AsksToConfirmAndCallsOffAtTheAnnouncedMoment()
    {
        var (world, leaver, partner) = await ConnectAsync();
        world.Calendars.Block(leaver, world.Now, World.At(IsoDayOfWeek.Saturday, 0, week: 1));
        var answer = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(answer.Text, Does.Contain("dan gaan jullie allebei voor in de volgende ronde"));

        Assert.That(
            answer.Has("connection.callOff") && answer.Has("connection.keep") && !answer.Has("connection.move"), Is.True, answer.Text);
        Assert.That(
            world.CardOf(partner).Has("connection.cantMakeIt"), Is.True, "The partner must not be told before the announced moment.");
        await world.ClickAsync(leaver, "connection.callOff");
        await world.UntilAsync(world.Now + Duration.FromMinutes(31));
        AssertOff(world, partner);
        Assert.That(
            await ReadAsync(world, db => db.Participants.OrderBy(row => row.Name).Select(row => row.TurnsLeftOut).ToListAsync()),
            Is.EqualTo(new[] { 1, 1 }), "whoever could not be offered anything goes first too");
    }

    [Test]
    public async Task CantMakeIt_NoOtherSharedGap_CanBeTakenBack()
    {
        var (world, leaver, partner) = await ConnectAsync();
        world.Calendars.Block(leaver, world.Now, World.At(IsoDayOfWeek.Saturday, 0, week: 1));
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.keep");
        await world.UntilAsync(world.Now + Duration.FromMinutes(31));

        Assert.That(world.EventOf(leaver).Attendees.Select(attendee => attendee.Address), Does.Contain(partner.Mail));
        Assert.That(world.CardOf(partner).Has("connection.cantMakeIt"), Is.True);
    }

    [Test]
    public async Task Leave_ForgedWhileThereIsTimeToChoose_OffersTheChoiceInstead()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var card = world.CardOf(leaver);
        await world.SendAsync(leaver, card, "connection.leave", card.Data("connection.cantMakeIt"));
        await world.QuietAsync();

        Assert.That(world.CardOf(leaver).Has("connection.move"), Is.True);
        Assert.That(world.CardOf(partner).Has("connection.cantMakeIt"), Is.True, "the partner must not be told at once");
        await world.ClickAsync(leaver, "connection.keep");
    }

    [Test]
    public async Task CalledOff_NextRound_PutsThePartnerFirst()
    {
        var world = await StartAsync(4);
        var (leaver, partner) = (world.People[0], world.People[1]);
        await world.InviteAsync();
        await world.SayYesAsync(leaver, partner);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 1);
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.callOff");
        await world.UntilAsync(IsoDayOfWeek.Monday, 9, 30, week: 1);

        var why = await world.ClickAsync(partner, "invitation.why");
        Assert.That(why.Text, Does.Contain("So you went first."));
    }

    // The current text of the card that first announced the meeting.
    private static string PointerOf(World world, Person person) => new CardSnapshot(world.MessagesTo(person)[2]).Text;
}
