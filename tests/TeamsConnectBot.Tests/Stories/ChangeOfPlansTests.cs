using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>
/// Somebody who can't make it is first offered another shared slot; if none is chosen, the partner is told that the meeting is off,
/// without a reason. The choice, whatever it is, takes effect only when the time to choose is over.
/// </summary>
internal sealed class ChangeOfPlansTests : WorldTests
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
    public async Task CantMakeIt_CalledOffWithASentence_PartnerReadsThatSentenceOnly()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var card = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(card.Inputs()["sentence"]?.ToString(), Is.EqualTo("none"));
        Assert.That(card.Text, Does.Contain("weet dus dat jij afzei"));
        await world.ClickAsync(leaver, "connection.callOff", ("sentence", "AnotherTime"));
        var noted = await world.ClickAsync(leaver, "connection.callOff", ("sentence", "TooBusy"));
        Assert.That(noted.Text, Does.Contain("De ander leest van jou: ‘Het is me nu te druk.’"));
        Assert.That(await SentencesAsync(world), Is.EqualTo(new[] { "TooBusy" }));

        await EndTimeToChooseAsync(world);
        AssertOff(world, partner);
        Assert.That(
            world.CardOf(partner).Text,
            Does.Contain($"{leaver.Name} says: ‘It's too busy for me now.’").And.Not.Contain("another time"));

        await world.UntilAsync(IsoDayOfWeek.Saturday, 12);
        Assert.That(await SentencesAsync(world), Is.Empty, "the sentence must be gone once the meeting's time has passed");
    }

    [TestCase("connection.move", "moment", "0")]
    [TestCase("connection.callOff", "sentence", "none")]
    [TestCase("connection.callOff", "sentence", "I am ill")]
    public async Task CantMakeIt_SentenceReplaced_PartnerReadsNone(string verb, string input, string value)
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.callOff", ("sentence", "SomethingCameUp"));
        await world.ClickAsync(leaver, verb, (input, value));
        await EndTimeToChooseAsync(world);

        Assert.That(world.CardOf(partner).Text, Does.Not.Contain("says").And.Not.Contain("came up").And.Not.Contain("ill"));
        Assert.That(await SentencesAsync(world), Is.Empty);
    }

    [Test]
    public async Task CantMakeIt_BothCallItOffWithASentence_OnlyTheFirstOneIsRead()
    {
        var (world, first, second) = await ConnectAsync();
        await world.ClickAsync(first, "connection.cantMakeIt");
        await world.ClickAsync(first, "connection.callOff", ("sentence", "SomethingCameUp"));
        await world.UntilAsync(world.Now + Duration.FromMinutes(10));
        await world.ClickAsync(second, "connection.cantMakeIt");
        await world.ClickAsync(second, "connection.callOff", ("sentence", "TooBusy"));
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.CardOf(second).Text, Does.Contain($"{first.Name} says: ‘Something came up.’"));
        Assert.That(world.CardOf(first).Text, Does.Not.Contain("druk"));
        Assert.That(await SentencesAsync(world), Is.EqualTo(new[] { "SomethingCameUp" }));
    }

    [Test]
    public async Task CantMakeIt_JustBeforeTheStart_AsksOnceAndTellsThePartnerAtOnce()
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.UntilAsync(world.EventOf(leaver).Start - Duration.FromMinutes(20));
        var asked = await world.ClickAsync(leaver, "connection.cantMakeIt");
        Assert.That(asked.Text, Does.Contain("Het begint zo"));
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1), "a click may be a mistake");
        Assert.That((await world.ClickAsync(leaver, "connection.keep")).Has("connection.cantMakeIt"), Is.True);

        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.TapAsync(leaver, asked, "connection.leave", ("sentence", "RunningOver"));
        await world.QuietAsync();
        AssertOff(world, partner);
        Assert.That(world.CardOf(partner).Text, Does.Contain("My previous meeting is running over."));
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
    public async Task Event_ForDutchAndEnglishReaders_HasSubjectInBothLanguages()
    {
        var (world, leaver, _) = await ConnectAsync();

        Assert.That(world.EventOf(leaver).Subject, Is.EqualTo("Koffie / Coffee"));
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
        var (world, leaver, partner) = await ConnectAsync();
        var (messages, start) = (world.MessagesTo(partner).Count, world.EventOf(partner).Start);
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.keep");
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That((world.MessagesTo(partner).Count, world.EventOf(partner).Start), Is.EqualTo((messages, start)));
    }

    [Test]
    public async Task Outlook_Declined_OffersAnotherGapFirst()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var messages = world.MessagesTo(partner).Count;
        await world.Tenant.Outlook.DeclineEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromMinutes(40));

        Assert.That(world.CardOf(leaver).Has("connection.move"), Is.True);
        Assert.That(world.MessagesTo(partner), Has.Count.EqualTo(messages));

        await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        await EndTimeToChooseAsync(world);
        Assert.That(world.CardOf(partner).Summary, Is.EqualTo("Your appointment has moved."));
    }

    [Test]
    public async Task Outlook_DeclinedWithAddressInOtherCase_OffersAnotherGapFirst()
    {
        var (world, leaver, partner) = await ConnectAsync();
        var messages = world.MessagesTo(partner).Count;
        var id = world.EventOf(leaver).Id;
        world.Tenant.Calendar.Update(id, item => item with
        {
            Attendees = [.. item.Attendees.Select(attendee => attendee with { Address = attendee.Address.ToUpperInvariant() })],
        });
        await world.Tenant.Outlook.DeclineEventAsync(leaver, id);
        await world.UntilAsync(world.Now + Duration.FromMinutes(40));

        Assert.That(world.CardOf(leaver).Has("connection.move"), Is.True);
        Assert.That(world.MessagesTo(partner), Has.Count.EqualTo(messages));
    }

    [Test]
    public async Task Outlook_DeclinedThenKept_IsNotAskedAgainEveryHour()
    {
        var (world, leaver, _) = await ConnectAsync();
        await world.Tenant.Outlook.DeclineEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromMinutes(40));
        await world.ClickAsync(leaver, "connection.keep");
        var messages = world.MessagesTo(leaver).Count;
        await world.UntilAsync(world.Now + Duration.FromHours(3));

        Assert.That(world.MessagesTo(leaver), Has.Count.EqualTo(messages));
    }

    [Test]
    public async Task Outlook_EventDeletedByAttendee_CountsAsCantMakeIt()
    {
        var (world, leaver, partner) = await ConnectAsync();
        await world.Tenant.Outlook.DeleteEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromMinutes(40));

        Assert.That(world.CardOf(leaver).Has("connection.callOff"), Is.True);
        await world.ClickAsync(leaver, "connection.callOff");
        await EndTimeToChooseAsync(world);
        AssertOff(world, partner);
    }

    [Test]
    public async Task Outlook_EventDeletedByOrganiser_IsOffForBoth()
    {
        var (world, one, other) = await ConnectAsync();
        await world.Tenant.Outlook.DeleteAsOrganiserAsync(world.EventOf(one).Id);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        AssertOff(world, other);
        Assert.That(world.CardOf(one).Text, Does.Contain("Het gaat deze keer niet door"));
    }

    [Test]
    public async Task Outlook_MovedWithinWorkingHours_MovesForBoth()
    {
        var (world, one, other) = await ConnectAsync();
        var to = World.At(IsoDayOfWeek.Friday, 11);
        await world.Tenant.Outlook.MoveEventAsync(one, world.EventOf(one).Id, to);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.EventOf(one).Start, Is.EqualTo(to));
        Assert.That(world.CardOf(other).Text, Does.Contain("Friday 6 March, 11:00"));
    }

    [Test]
    public async Task Outlook_MovedToTheEvening_IsOff()
    {
        var (world, one, other) = await ConnectAsync();
        await world.Tenant.Outlook.MoveEventAsync(one, world.EventOf(one).Id, World.At(IsoDayOfWeek.Thursday, 21));
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        AssertOff(world, other);
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
        Assert.That(why.Text, Does.Contain("So now you go first."));
    }

    private static Task<List<string>> SentencesAsync(World world) => ReadAsync(
        world, async db => (await db.Members.Where(member => member.Sentence != null).ToListAsync()).ConvertAll(row => $"{row.Sentence}"));

    private static Task<T> ReadAsync<T>(World world, Func<ConnectDb, Task<T>> read) =>
        world.Service.Services.GetRequiredService<Data.Database>().ReadAsync(read, CancellationToken.None);

    private static Task EndTimeToChooseAsync(World world) => world.UntilAsync(world.Now + Duration.FromMinutes(30));

    /// <summary>
    /// Connects a Dutch and a British colleague. It is half past twelve; the service checks calendars on the hour.
    /// </summary>
    private async Task<(World World, Person Leaver, Person Partner)> ConnectAsync()
    {
        var world = await StartAsync(2, World.WatchingOutlook);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 30);
        Assert.That(world.EventOf(world.People[0]).Attendees, Has.Length.EqualTo(2));
        return (world, world.People[0], world.People[1]);
    }

    private static void AssertOff(World world, Person partner)
    {
        var card = world.CardOf(partner);
        Assert.That(card.Summary, Is.EqualTo("There is news about your appointment."));
        Assert.That(card.Text, Does.Contain("It's off this time").And.Contain("Next time you go first."));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    // The current text of the card that first announced the meeting.
    private static string PointerOf(World world, Person person) => new CardSnapshot(world.MessagesTo(person)[2]).Text;
}
