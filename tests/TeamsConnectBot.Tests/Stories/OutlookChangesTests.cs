namespace TeamsConnectBot.Tests.Stories;

/// <summary>What people do with their meeting in Outlook instead of in the chat.</summary>
internal sealed class OutlookChangesTests : MeetingOfTwoTests
{
    [Test]
    public async Task Event_ForDutchAndEnglishReaders_HasSubjectInBothLanguages()
    {
        var (world, leaver, _) = await ConnectAsync();

        Assert.That(world.EventOf(leaver).Subject, Is.EqualTo("Koffie / Coffee"));
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
}
