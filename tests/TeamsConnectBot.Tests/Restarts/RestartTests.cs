using TeamsConnectBot.Data;

namespace TeamsConnectBot.Tests.Restarts;

/// <summary>The service shuts down cleanly and starts again, sometimes after work has become overdue.</summary>
internal sealed class RestartTests : WorldTests
{
    [Test]
    public async Task Restart_DownWhenTheRoundWasDue_HoldsItAfterwards()
    {
        var world = await StartAsync(2);
        await world.JoinAllAsync();
        await world.StopServiceAsync();
        world.Tenant.Clock.AdvanceTo(World.At(IsoDayOfWeek.Monday, 14).ToDateTimeOffset());
        await world.StartServiceAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 14, 30);

        Assert.That(world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.All.True);
    }

    [Test]
    public async Task Restart_SameMorning_HoldsNoSecondRound()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.StopServiceAsync();
        await world.StartServiceAsync();
        await world.UntilAsync(IsoDayOfWeek.Monday, 12);

        Assert.That(world.Report().Rounds, Is.EqualTo(1));
        Assert.That(world.People.Select(person => world.MessagesTo(person).Count), Is.All.EqualTo(2));
    }

    [Test]
    public async Task Restart_WhileAnswersComeIn_KeepsThem()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People[0]);
        await world.StopServiceAsync();
        await world.StartServiceAsync();
        await world.SayYesAsync(world.People[1]);
        await world.SettleAsync();

        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Restart_DownDuringTheMeeting_AsksAfterwardsWithoutALateReminder()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var end = world.EventOf(world.People[0]).End;
        await world.StopServiceAsync();
        world.Tenant.Clock.AdvanceTo((end + Duration.FromHours(1)).ToDateTimeOffset());
        await world.StartServiceAsync();
        await world.UntilAsync(end + Duration.FromHours(2));

        Assert.That(world.CardOf(world.People[1]).Has("didYouMeet.yes"), Is.True);
        Assert.That(
            world.MessagesTo(world.People[1]).Select(message => message.Summary), Has.None.EqualTo("Something is in your calendar soon."));
    }

    [Test]
    public async Task Restart_DownOverAMeetingThatWasToMove_MovesIt()
    {
        var (world, mover, end) = await MovingAsync(isEarlier: false);
        await RestartAtAsync(world, end + Duration.FromMinutes(5));
        var start = world.EventOf(mover).Start;

        Assert.That(start, Is.GreaterThan(world.Now));
        Assert.That(
            world.People.Select(person => world.MessagesTo(person)[^1].Summary),
            Is.EqualTo(new[] { "Je afspraak is verplaatst.", "Your appointment has moved." }));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.All.True, "it is still on");

        await world.UntilAsync(start - Duration.FromMinutes(29));
        Assert.That(
            world.People.Select(person => world.MessagesTo(person)[^1].Summary),
            Is.EqualTo(new[] { "Straks staat er iets in je agenda.", "Something is in your calendar soon." }));
        await world.UntilAsync(start + Duration.FromHours(1));
        Assert.That(world.CardOf(world.People[1]).Has("didYouMeet.yes"), Is.True);
    }

    [Test]
    public async Task Restart_DownWhenTheChosenMomentBegan_CallsItOff()
    {
        var (world, mover, _) = await MovingAsync(isEarlier: true);
        var chosen = await world.Service.Services.GetRequiredService<Database>().ReadAsync(
            db => db.Meetings.Include(row => row.Members).SingleAsync(), CancellationToken.None);
        var member = chosen.Members.Single(member => member.PersonId == mover.ObjectId.ToString());
        await RestartAtAsync(world, chosen.Week.Of(member.OtherGaps![member.Choice!.Value]).Start + Duration.FromMinutes(5));

        Assert.That(world.CardOf(world.People[1]).Text, Does.Contain("It's off this time"));
        Assert.That(world.MessagesTo(world.People[1]).Select(message => message.Summary), Has.None.EqualTo("Your appointment has moved."));
        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task Restart_InTheEveningAfterTheMeeting_AsksTheNextWorkingDay()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var day = world.EventOf(world.People[0]).End.InUtc().Date;
        await RestartAtAsync(world, World.On(day, 20));
        Assert.That(world.HasButton(world.People[1], "didYouMeet.yes"), Is.False);

        var next = day.PlusDays(day.DayOfWeek == IsoDayOfWeek.Friday ? 3 : 1);
        await world.UntilAsync(World.On(next, 8, 59));
        Assert.That(world.HasButton(world.People[1], "didYouMeet.yes"), Is.False);
        await world.UntilAsync(World.On(next, 9, 1));
        Assert.That(world.HasButton(world.People[1], "didYouMeet.yes"), Is.True);
    }

    [Test]
    public async Task Click_WhileTheServiceIsDown_CanBeRepeatedLater()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.StopServiceAsync();
        var failed = await world.YesAsync(world.People[0]);
        await world.StartServiceAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();

        Assert.That(failed.HttpStatus, Is.Zero);
        Assert.That(world.Tenant.Calendar.Live, Has.Count.EqualTo(1));
    }

    // Somebody chose another moment, before or after the meeting's, and the choice is not carried out yet.
    private async Task<(World World, Person Mover, Instant End)> MovingAsync(bool isEarlier)
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.SettleAsync();
        var mover = world.People[0];
        var (start, end) = (world.EventOf(mover).Start, world.EventOf(mover).End);
        var (from, to) = isEarlier ? (start, World.At(IsoDayOfWeek.Saturday, 0, week: 1)) : (world.Now, end + Duration.FromHours(1));
        world.Calendars.Block(mover, from, to);
        await world.ClickAsync(mover, "connection.cantMakeIt");
        await world.ClickAsync(mover, "connection.move", ("moment", "0"));
        return (world, mover, end);
    }

    private static async Task RestartAtAsync(World world, Instant moment)
    {
        await world.StopServiceAsync();
        world.Tenant.Clock.AdvanceTo(moment.ToDateTimeOffset());
        await world.StartServiceAsync();
        await world.UntilAsync(moment + Duration.FromMinutes(2));
    }
}
