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
}
