using TeamsConnectBot.Meetings;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Stories;

/// <summary>A meeting may change while Graph is writing its event.</summary>
internal sealed class ChangedMeanwhileTests : MeetingOfTwoTests
{
    [Test]
    public async Task CalledOff_WhileTheEventIsMoved_CancelsTheEvent()
    {
        var (world, leaver, _) = await ConnectAsync();
        await world.ClickAsync(leaver, "connection.cantMakeIt");
        await world.ClickAsync(leaver, "connection.move", ("moment", "0"));
        var meeting = await ReadAsync(world, db => db.Meetings.SingleAsync());
        var calledOff = new TaskCompletionSource();
        using var moving = world.Faults.Add(new FaultRule
        {
            Path = "/v1.0/users/*/events/*", Method = "PATCH", Count = 1, Until = calledOff.Task,
        });

        var moved = EndTimeToChooseAsync(world);
        await moving.FirstHit;
        await world.Service.Services.GetRequiredService<Cancellations>().EventDeletedAsync(meeting.Id, default);
        calledOff.SetResult();
        await moved;
        await world.UntilAsync(world.Now + Duration.FromMinutes(10));

        Assert.That(world.Tenant.Calendar.Live, Is.Empty);
    }

    [Test]
    public async Task Left_WhileTheEventOfThreeIsCreated_TakesThemOffTheEvent()
    {
        var world = await StartAsync(3, ("Programme:Pools:0:OpenTables", "false"));
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        var left = new TaskCompletionSource();
        using var creating = world.Faults.Add(new FaultRule
        {
            Path = "/v1.0/users/*/events", Method = "POST", Count = 1, Until = left.Task,
        });
        var gone = world.People[2];

        var settled = world.SettleAsync();
        await creating.FirstHit;
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(gone.ObjectId.ToString(), default);
        left.SetResult();
        await settled;
        await world.UntilAsync(world.Now + Duration.FromMinutes(10));

        Assert.That(
            world.EventOf(world.People[0]).Attendees.Select(attendee => attendee.Address),
            Is.EquivalentTo(world.People.Take(2).Select(person => person.Mail)));
    }
}
