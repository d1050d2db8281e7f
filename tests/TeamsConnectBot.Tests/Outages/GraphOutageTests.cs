using TeamsConnectBot.Privacy;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>Microsoft Graph is down for an hour, or refuses half of the calendars.</summary>
internal sealed class GraphOutageTests : OutageTests
{
    private const string Everything = "/v1.0/*";

    [Test]
    public async Task Graph_DownForAnHourWhileGathering_RoundIsHeldOnceAfterwards()
    {
        var world = await StartAsync(26, ("Programme:Pools:0:OpenTables", "false"));
        await world.JoinAllAsync();
        using (var down = world.Faults.Refuse(Everything, 503))
        {
            await world.UntilAsync(IsoDayOfWeek.Monday, 10);
            Assert.That(down.Hits, Is.InRange(1, 40));
            Assert.That(Invitations(world), Is.All.Zero);
        }

        await world.UntilAsync(IsoDayOfWeek.Monday, 11);
        Assert.That(Invitations(world), Is.All.EqualTo(1));
        Assert.That(Count(world, """SELECT COUNT(*) FROM "Rounds" """), Is.EqualTo(1));
    }

    [Test]
    public async Task Graph_DownForAnHourWhileSettling_EveryYesIsKeptAndGetsOneMeeting()
    {
        var world = await StartAsync(26, ("Programme:Pools:0:OpenTables", "false"));
        await world.InviteAsync();
        await world.SayYesAsync(world.People);
        await world.UntilAsync(IsoDayOfWeek.Tuesday, 11, 59);
        using (var down = world.Faults.Refuse(Everything, 503))
        {
            await world.SettleAsync();
            await world.UntilAsync(world.Now + Duration.FromHours(1));
            Assert.That(down.Hits, Is.InRange(1, 60));
            Assert.That(world.Tenant.Calendar.Live, Is.Empty);
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.People.Select(person => world.EventsOf(person).Count), Is.All.EqualTo(1));
        Assert.That(world.People.Select(person => world.CardOf(person).Has("connection.cantMakeIt")), Is.All.True);
    }

    [Test]
    public async Task Graph_DownForAnHourWhileCreatingEvents_IsNotRetriedForEveryEvent()
    {
        var world = await StartAsync(26, ("Programme:Pools:0:OpenTables", "false"));
        await world.InviteAsync();
        using (var down = world.Faults.Refuse("/v1.0/users/*/events", 503))
        {
            await world.SayYesAsync(world.People);
            await world.SettleAsync();
            await world.UntilAsync(world.Now + Duration.FromHours(1));

            // Without a circuit breaker, thirteen events with five attempts each would cause 65 requests in every sweep.
            Assert.That(down.Hits, Is.InRange(1, 200));
        }

        await world.UntilAsync(world.Now + Duration.FromHours(1));
        Assert.That(world.People.Select(person => world.EventsOf(person).Count), Is.All.EqualTo(1));
        Assert.That(world.Tenant.Calendar.Created, Is.EqualTo(13));
    }

    [Test]
    public async Task Calendars_HalfRefused_OthersAreInvitedAndTheReasonIsCounted()
    {
        var world = await StartAsync(26, ("Programme:Pools:0:OpenTables", "false"), ("Graph:SchedulesPerRequest", "1"));
        await world.JoinAllAsync();
        using var refused = world.Faults.Refuse("/v1.0/users/*/calendar/getSchedule", 403, count: 13);
        await world.UntilAsync(IsoDayOfWeek.Monday, 10);

        Assert.That(Invitations(world).Sum(), Is.EqualTo(13));
        Assert.That(
            StoredRows.Sqlite(world.Database).Read("""SELECT "NotAsked" FROM "Rounds" """).Single().Single(),
            Does.Contain("\"calendarNoAccess\":13"));
        using var admin = new AdminBrowser(world.Service.Url, world.Server.AuthorizeUrl);
        await admin.SignInAsync(world.Tenant.People.All[^1]);
        var page = await admin.OpenAsync("/admin/figures");
        Assert.That(page.Text, Does.Match("Round of the week of .* 2 March 2026, everyone – 0–24 – –"));

        // The page keeps the published range when four of the thirteen leave: a new count would reveal that somebody left.
        foreach (var person in world.People.Where(person => world.HasButton(person, "invitation.yes")).Take(4).ToList())
        {
            await world.Service.Services.GetRequiredService<PersonErasure>().EraseAsync(person.ObjectId.ToString(), default);
        }

        Assert.That(
            (await admin.OpenAsync("/admin/figures")).Text, Does.Match("Round of the week of .* 2 March 2026, everyone – 0–24 – –"));
    }
}
