using System.Net;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Status;

/// <summary>What an operator reads while Teams takes no messages from anyone, and afterwards.</summary>
internal sealed class TeamsStatusTests : WorldTests
{
    private const string Disabled = """{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot"}}""";
    private const string At = "2 Mar 2026 06:20 UTC";

    private static readonly Instant Began = Instant.FromUtc(2026, 3, 2, 6, 20);

    [TestCase(
        403, Disabled, $"Teams has refused all messages since {At}: an administrator blocked the app (403 BotDisabledByAdmin).",
        "Allow the app in the Teams admin centre", 10)]
    [TestCase(
        401, "", $"Teams has refused all messages with 401 since {At}: it does not know the bot.", "Register the bot for this app id", 10)]
    [TestCase(
        503, "", $"Teams has been unreachable, or has answered with errors, since {At}.",
        "If it is Teams' own trouble, nothing needs to be done.", 2)]
    [TestCase(
        null, "", $"Teams has been unreachable, or has answered with errors, since {At}.",
        "If it is Teams' own trouble, nothing needs to be done.", 2)]
    public async Task Teams_TakesNothing_IsSaidWithTheMomentAndTheRemedyUntilItWorks(
        int? status, string body, string says, string remedy, int minutes)
    {
        // With two at once, the ramp ends after three messages.
        var world = await StartAsync(12, ("Engine:SendAtOnce", "2"), ("Bot:Connector:Retries", "0"));
        await world.UntilAsync(Began);
        ReadyAnswer down;
        using (world.Faults.Add(new FaultRule { Path = "/teams/*", Status = status, Abort = status is null, Body = body }))
        {
            await InstallAllAsync(world);
            down = await ReadyAnswer.SettledAsync(world.Service.Url);
        }

        await world.UntilAsync(Began + Duration.FromMinutes(minutes) + Duration.FromMinutes(1));
        var after = await ReadyAnswer.SettledAsync(world.Service.Url);

        Assert.That((down.Code, down.Status), Is.EqualTo((HttpStatusCode.OK, "degraded")), "a restart would not help");
        Assert.That(down.State("sending"), Is.EqualTo("down"));
        Assert.That(down.SaysOf("sending"), Is.EqualTo(says));
        Assert.That(down.DoOf("sending"), Does.StartWith(remedy));
        Assert.That(down.Since("sending"), Is.EqualTo(Began));
        Assert.That(down.Says, Is.EqualTo("Not in order: Sending to Teams. Everything else works."));
        Assert.That(after.State("sending"), Is.EqualTo("works"), after.Body);
        Assert.That(after.Since("sending"), Is.EqualTo(Began + Duration.FromMinutes(minutes)));
        Assert.That(after.Says, Is.EqualTo($"Everything has worked since 2 Mar 2026 06:{20 + minutes} UTC."));
    }

    [Test]
    public async Task Teams_TakingRequestsWithoutAnswering_IsSaidWithTheMoment()
    {
        var world = await StartAsync(12, ("Bot:Connector:Retries", "0"), ("Bot:Connector:RequestTimeout", "00:00:00.3"));
        await world.UntilAsync(Began);
        using var silent = world.Faults.Add(new FaultRule { Path = "/teams/*", Until = FaultRule.Never });

        await InstallAllAsync(world);
        var down = await ReadyAnswer.SettledAsync(world.Service.Url);

        Assert.That((down.State("sending"), down.Since("sending")), Is.EqualTo(("down", Began)));
        Assert.That(
            down.SaysOf("sending"), Is.EqualTo($"Teams has been unreachable, or has answered with errors, since {At}."));
        Assert.That(down.Code, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Teams_BackAfterABreak_IsOnItsWayBackWhileSendingResumes()
    {
        var world = await StartAsync(12, ("Engine:SendAtOnce", "16"), ("Bot:Connector:Retries", "0"));
        await world.UntilAsync(Began);
        using (world.Faults.Refuse("/teams/*", 503))
        {
            await InstallAllAsync(world);
        }

        await world.UntilAsync(Began + Duration.FromMinutes(3));
        var answer = await ReadyAnswer.SettledAsync(world.Service.Url);

        Assert.That(answer.State("sending"), Is.EqualTo("recovering"));
        Assert.That((answer.Code, answer.Status), Is.EqualTo((HttpStatusCode.OK, "degraded")));
        Assert.That(
            answer.SaysOf("sending"),
            Is.EqualTo("Teams accepts messages again; sending has been resuming step by step since 2 Mar 2026 06:22 UTC."));
    }

    [Test]
    public async Task Overview_TeamsTakesNothing_SaysSoInBothLanguagesAndTellsOnlyAdminsWhatToDo()
    {
        var world = await StartAsync(12);
        await world.UntilAsync(Began);
        var fine = await OverviewAsync(world, 1, "nl");
        using var refused = world.Faults.Add(new FaultRule { Path = "/teams/*", Status = 403, Body = Disabled });
        await InstallAllAsync(world);

        Assert.That(fine, Does.Contain("Alles werkt sinds de start van dit proces (2 mrt 2026 06:00 UTC)."));
        Assert.That(
            await OverviewAsync(world, 1, "nl"),
            Does.Contain("Verzenden naar Teams: werkt niet")
                .And.Contain("Teams weigert sinds 2 mrt 2026 06:20 UTC alle berichten: een beheerder heeft de app geblokkeerd")
                .And.Contain("Sta de app toe in het Teams-beheercentrum")
                .And.Contain("De dienst probeert het om 2 mrt 2026 06:30 UTC vanzelf opnieuw")
                .And.Not.Contain("Alles werkt"));
        Assert.That(
            await OverviewAsync(world, 1, "en"),
            Does.Contain("Sending to Teams: does not work").And.Contain("Allow the app in the Teams admin centre"));
        Assert.That(
            await OverviewAsync(world, 3, "en"),
            Does.Contain($"Teams has refused all messages since {At}: an administrator blocked the app (403 BotDisabledByAdmin).")
                .And.Contain("Whoever manages the service can see here what to do.")
                .And.Not.Contain("admin centre"));
    }

    private static async Task InstallAllAsync(World world)
    {
        foreach (var person in world.People)
        {
            await world.Server.Teams.InstallAsync(person);
            await world.QuietAsync();
        }
    }

    // The Sandbox gives roles to the last three people: admin, works council, reader.
    private static async Task<string> OverviewAsync(World world, int fromTheEnd, string language)
    {
        await ReadyAnswer.SettledAsync(world.Service.Url);
        using var browser = new AdminBrowser(world.Service.Url, world.Server.AuthorizeUrl) { Language = language };
        return (await browser.SignInAsync(world.Tenant.People.All[^fromTheEnd])).Text;
    }
}
