using System.Net;
using TeamsConnectBot.Tests.Admin;
using TeamsConnectBot.Tests.Privacy;
using TeamsConnectBot.Tests.Status;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>What people, admins and health checks notice when Teams refuses messages.</summary>
internal sealed class DeliveryCircuitBreakerTests
{
    private const string Forbidden =
        """{"error":{"code":"ForbiddenOperationException","message":"The bot is not installed in user's personal scope"}}""";

    [Test]
    public async Task Teams_RefusesEveryone_SendingStopsAndResumesAfterwards()
    {
        await using var world = await PrivacyWorld.StartAsync(people: 12);
        using (world.Tenant.Faults.Refuse("/teams/v3/conversations/*/activities", 403, body: Forbidden))
        {
            foreach (var person in world.People)
            {
                await world.InstallAsync(person);
            }
        }

        var before = world.People.Count(IsReached);
        var overview = await OverviewAsync(world);
        var ready = await ReadyAsync(world);
        await world.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.That(before, Is.Zero);
        Assert.That(world.Log.All, Has.Some.Contains("the app itself is blocked"));
        Assert.That(world.People.Count(IsReached), Is.EqualTo(5), "from the eighth person on, messages waited until the circuit closed");

        Assert.That(overview, Does.Contain("Sending to Teams: does not work").And.Contain("Teams has refused the app, for everybody"));
        Assert.That(ready.State("sending"), Is.EqualTo("down"));
        Assert.That(await OverviewAsync(world), Does.Not.Contain("Teams has refused the app"));
        Assert.That((await ReadyAsync(world)).State("sending"), Is.EqualTo("recovering"), "only a few messages waited");

        bool IsReached(Person person) => world.FromBot(person).Count > 0;
    }

    private static async Task<string> OverviewAsync(PrivacyWorld world)
    {
        using var admin = new AdminBrowser(world.Tenant.Channel.Service!, world.Tenant.AuthorizeUrl);
        return (await admin.SignInAsync(world.People[^1])).Text;
    }

    private static async Task<ReadyAnswer> ReadyAsync(PrivacyWorld world)
    {
        var ready = await ReadyAnswer.SettledAsync(world.Tenant.Channel.Service!);
        Assert.That(ready.Code, Is.EqualTo(HttpStatusCode.OK), "a restart would not help, so the service stays ready");
        return ready;
    }

    [Test]
    public async Task Teams_RefusesAFew_OnlyTheyAreUnreachable()
    {
        await using var world = await PrivacyWorld.StartAsync(people: 4);
        using (world.Tenant.Faults.Refuse("/teams/v3/conversations/*/activities", 403, body: Forbidden))
        {
            await world.InstallAsync(world.People[0]);
        }

        await world.InstallAsync(world.People[1]);

        Assert.That(world.FromBot(world.People[0]), Is.Empty);
        Assert.That(world.FromBot(world.People[1]), Has.Count.EqualTo(1));
    }
}
