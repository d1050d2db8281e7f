using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>What people do with their meeting in Outlook instead of in the chat.</summary>
internal sealed class OutlookChangesTests : MeetingOfTwoTests
{
    // The service starts at 7:00, so it checks calendars at 13:00 too; that costs less than a check every hour.
    private static readonly (string Key, string Value) CheckedAtOne = ("Engine:WatchEventsEvery", "06:00:00");

    [Test]
    public async Task Event_ForDutchAndEnglishReaders_HasSubjectInBothLanguages()
    {
        var (world, leaver, _) = await ConnectAsync();

        Assert.That(world.EventOf(leaver).Subject, Is.EqualTo("Koffie / Coffee"));
    }

    [Test]
    public async Task Outlook_Declined_OffersAnotherGapFirst()
    {
        var (world, leaver, partner) = await ConnectAsync(CheckedAtOne);
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
        var (world, leaver, partner) = await ConnectAsync(CheckedAtOne);
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
        var (world, leaver, partner) = await ConnectAsync(World.WatchingOutlook);
        await world.Tenant.Outlook.DeclineEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromMinutes(40));
        await world.ClickAsync(leaver, "connection.keep");
        var (messages, toPartner) = (world.MessagesTo(leaver).Count, world.MessagesTo(partner).Count);
        await world.UntilAsync(world.Now + Duration.FromHours(3));

        Assert.That(world.MessagesTo(leaver), Has.Count.EqualTo(messages));
        Assert.That(world.MessagesTo(partner), Has.Count.EqualTo(toPartner), "the partner must not read that it is off");
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
        Assert.That((await MeetingAsync(world)).State, Is.EqualTo(MeetingState.Announced));
    }

    [Test]
    public async Task Outlook_DeclinedAgainAfterKept_AsksAgain()
    {
        var (world, leaver, _) = await ConnectAsync(World.WatchingOutlook);
        await world.Tenant.Outlook.DeclineEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromMinutes(40));
        await world.ClickAsync(leaver, "connection.keep");
        var messages = world.MessagesTo(leaver).Count;
        await world.Tenant.Outlook.AcceptEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromHours(1));
        await world.Tenant.Outlook.DeclineEventAsync(leaver, world.EventOf(leaver).Id);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.MessagesTo(leaver), Has.Count.EqualTo(messages + 1));
        await world.ClickAsync(leaver, "connection.keep");
    }

    [Test]
    public async Task Outlook_DeclinedByBoth_AsksTheSecondAfterTheFirstKeptIt()
    {
        var (world, one, other) = await ConnectAsync(World.WatchingOutlook);
        foreach (var person in world.People)
        {
            await world.Tenant.Outlook.DeclineEventAsync(person, world.EventOf(person).Id);
        }

        await world.UntilAsync(world.Now + Duration.FromMinutes(40));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.keep")), Is.All.True);
        await world.ClickAsync(one, "connection.keep");
        await world.ClickAsync(other, "connection.keep");
        await world.UntilAsync(world.Now + Duration.FromHours(2));
        Assert.That((await MeetingAsync(world)).State, Is.EqualTo(MeetingState.Announced));
    }

    [Test]
    public async Task Outlook_EventNotMovedYet_LeavesTheMeetingAtItsNewTime()
    {
        var (world, leaver, partner) = await ConnectAsync(World.WatchingOutlook);
        world.Calendars.Block(leaver, world.Now, World.At(IsoDayOfWeek.Wednesday, 0));
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        var before = world.EventOf(leaver).Start;
        using (world.Faults.Refuse("/v1.0/users/*/events/*", 503, method: "PATCH"))
        {
            await EndTimeToChooseAsync(world);
            await world.UntilAsync(world.Now + Duration.FromMinutes(65));
            Assert.That(world.EventOf(leaver).Start, Is.EqualTo(before));
            Assert.That((await MeetingAsync(world)).Moves, Is.EqualTo(1));
            Assert.That(
                world.MessagesTo(partner).Count(message => message.Summary == "Your appointment has moved."), Is.EqualTo(1));
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        var meeting = await MeetingAsync(world);
        Assert.That(meeting.StartsAt, Is.Not.EqualTo(before));
        Assert.That((meeting.Moves, world.EventOf(leaver).Start), Is.EqualTo((1, meeting.StartsAt)));
    }

    [Test]
    public async Task Outlook_OneCalendarUnreadable_StillHandlesTheOtherMeetings()
    {
        var world = await StartAsync(4, World.WatchingOutlook, ("Programme:Pools:0:OpenTables", "false"));
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 12, 30);
        var meetings = await ReadAsync(world, db => db.Meetings.Include(row => row.Members).OrderBy(row => row.Id).ToListAsync());
        Assert.That(meetings, Has.Count.EqualTo(2));
        var first = PeopleOf(world, meetings[0])[0];
        await world.Tenant.Outlook.DeclineEventAsync(first, meetings[0].EventId!);
        await world.Tenant.Outlook.DeleteAsOrganiserAsync(meetings[1].EventId!);
        using (world.Faults.Refuse("/v1.0/users/*/calendar/getSchedule", 503))
        {
            await world.UntilAsync(IsoDayOfWeek.Tuesday, 13, 10);
        }

        Assert.That(
            PeopleOf(world, meetings[1]).Select(person => world.CardOf(person).Text),
            Has.All.Contains("Het gaat deze keer niet door").Or.Contains("It's off this time"));
        Assert.That(
            world.Log.WarningsAndErrors.Select(line => line.ToString()), Has.Some.Contains($"in Outlook to meeting {meetings[0].Id} "));
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 14, 10);
        Assert.That(world.CardOf(first).Has("connection.keep"), Is.True, "what could not be read is handled at the next run");
        await world.ClickAsync(first, "connection.keep");
    }

    [Test]
    public async Task Outlook_EventDeletedByAttendee_CountsAsCantMakeIt()
    {
        var (world, leaver, partner) = await ConnectAsync(CheckedAtOne);
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
        var (world, one, other) = await ConnectAsync(CheckedAtOne);
        await world.Tenant.Outlook.DeleteAsOrganiserAsync(world.EventOf(one).Id);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        AssertOff(world, other);
        Assert.That(world.CardOf(one).Text, Does.Contain("Het gaat deze keer niet door"));
    }

    [Test]
    public async Task Outlook_MovedWithinWorkingHours_MovesForBoth()
    {
        var (world, one, other) = await ConnectAsync(CheckedAtOne);
        var to = World.At(IsoDayOfWeek.Friday, 11);
        await world.Tenant.Outlook.MoveEventAsync(one, world.EventOf(one).Id, to);
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        Assert.That(world.EventOf(one).Start, Is.EqualTo(to));
        Assert.That(world.CardOf(other).Text, Does.Contain("Friday 6 March, 11:00"));
    }

    [Test]
    public async Task Outlook_MovedToTheEvening_IsOff()
    {
        var (world, one, other) = await ConnectAsync(CheckedAtOne);
        await world.Tenant.Outlook.MoveEventAsync(one, world.EventOf(one).Id, World.At(IsoDayOfWeek.Thursday, 21));
        await world.UntilAsync(world.Now + Duration.FromHours(1));

        AssertOff(world, other);
    }

    private static Task<MeetingRow> MeetingAsync(World world) => ReadAsync(world, db => db.Meetings.SingleAsync());

    private static List<Person> PeopleOf(World world, MeetingRow meeting) =>
        [.. world.People.Where(person => meeting.Members.Any(member => member.PersonId == person.ObjectId.ToString()))];
}
