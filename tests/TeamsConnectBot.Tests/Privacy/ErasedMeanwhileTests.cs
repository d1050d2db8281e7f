using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Somebody may be erased while a round is still gathering data.</summary>
internal sealed class ErasedMeanwhileTests : WorldTests
{
    [Test]
    public async Task Erased_WhileARoundIsGathering_GetsNoInvitationAndLeavesNoRow()
    {
        var world = await StartAsync(4, ("Programme:Pools:0:OpenTables", "false"));
        await world.JoinAllAsync();
        var erased = new TaskCompletionSource();
        using var reading = world.Faults.Add(new FaultRule { Path = "/v1.0/groups/*", Count = 1, Until = erased.Task });
        var gone = world.People[0];

        var round = world.UntilAsync(IsoDayOfWeek.Monday, 10);
        await reading.FirstHit;
        await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(gone.ObjectId.ToString(), default);
        erased.SetResult();
        await round;

        Assert.That(
            world.People.Select(person => world.HasButton(person, "invitation.yes")), Is.EqualTo(new[] { false, true, true, true }));
        var rows = StoredRows.Sqlite(world.Database);
        Assert.That(
            rows.Count("""SELECT "Asked" FROM "Rounds" """), Is.EqualTo(4),
            "the round must have read the person before they were erased");
        var left = new[] { "Invitations", "Messages", "Participants" }
            .Select(table => rows.Count($"""SELECT COUNT(*) FROM "{table}" WHERE "PersonId" = '{gone.ObjectId}'"""));
        Assert.That(left, Is.All.Zero);
    }
}
