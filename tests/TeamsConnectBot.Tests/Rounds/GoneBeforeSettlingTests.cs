using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Rounds;

/// <summary>Somebody said yes and is no longer among the people of the pool when the round is settled.</summary>
internal sealed class GoneBeforeSettlingTests : WorldTests
{
    [Test]
    public async Task Settling_AnAccountThatWasSwitchedOffSinceTheYes_MeetsNobody()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        var gone = world.People[0];
        using var off = world.Faults.Add(new FaultRule
        {
            Path = $"/v1.0/users/{gone.ObjectId}", Status = 200,
            Body = $$"""{"id":"{{gone.ObjectId}}","userPrincipalName":"{{gone.UserPrincipalName}}","accountEnabled":false}""",
        });

        await world.SettleAsync();

        Assert.That(off.Hits, Is.GreaterThan(0));
        AssertNobodyWasFound(world, world.People[1]);
    }

    [Test]
    public async Task Settling_SomebodyWhoLeftThePoolsGroupSinceTheYes_MeetsNobody()
    {
        var world = await StartAsync(2);
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        world.SetGroup(world.Tenant.Identity.GroupId, world.People[1]);

        await world.SettleAsync();

        AssertNobodyWasFound(world, world.People[1]);
    }

    private static void AssertNobodyWasFound(World world, Person person)
    {
        Assert.That(world.Tenant.Calendar.Created, Is.Zero);
        Assert.That(world.CardOf(person).Text, Does.Contain("The times couldn't be combined"));
    }
}
