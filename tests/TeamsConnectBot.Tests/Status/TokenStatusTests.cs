using System.Net;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Status;

/// <summary>What an operator reads while Entra has given no tokens, and afterwards.</summary>
internal sealed class TokenStatusTests : WorldTests
{
    [Test]
    public async Task Entra_RefusingTheSecret_IsSaidWithTheCodeAndTheRemedyUntilItWorks()
    {
        var world = await StartAsync(2);
        await world.UntilAsync(World.At(IsoDayOfWeek.Monday, 8));
        ReadyAnswer down;
        using (world.Faults.Refuse(
            $"/{world.Server.TenantId}/*", 400, body: """{"error":"invalid_client","error_description":"AADSTS7000215: secret"}"""))
        {
            down = await ReadyAnswer.SettledAsync(world.Service.Url);
        }

        await world.UntilAsync(World.At(IsoDayOfWeek.Monday, 8, 30));
        var after = await ReadyAnswer.SettledAsync(world.Service.Url);

        Assert.That((down.Code, down.Status), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "failing")));
        Assert.That(
            down.SaysOf("graphToken"), Is.EqualTo("Entra has given no token for Graph since 2 Mar 2026 07:00 UTC (AADSTS7000215)."));
        Assert.That(
            down.SaysOf("teamsToken"),
            Is.EqualTo("Entra has given the bot no token for Teams since 2 Mar 2026 07:00 UTC (AADSTS7000215)."));
        Assert.That(
            new[] { down.DoOf("graphToken"), down.DoOf("teamsToken") },
            Is.All.EqualTo("The client secret is wrong: copy the secret's value, not its id."));
        Assert.That(down.DoOf("graph"), Is.EqualTo("Fix the token for Graph first."));
        Assert.That(after.Code, Is.EqualTo(HttpStatusCode.OK), after.Body);
        Assert.That(after.Says, Is.EqualTo("Everything has worked since 2 Mar 2026 07:30 UTC."));
    }

    [Test]
    public async Task Entra_NotAnswering_IsSaidWithTheRemedy()
    {
        var world = await StartAsync(2);
        using var broken = world.Faults.Add(new FaultRule { Path = $"/{world.Server.TenantId}/*", Abort = true });

        var down = await ReadyAnswer.UntilAsync(
            world.Service.Url, answer => answer.State("graphToken") == "down" && answer.State("teamsToken") == "down");

        Assert.That(
            down.SaysOf("graphToken"),
            Is.EqualTo("The service has had no token for Graph since 2 Mar 2026 06:00 UTC, and Entra gives no reason."));
        Assert.That(
            down.SaysOf("teamsToken"),
            Is.EqualTo("The bot has had no token for Teams since 2 Mar 2026 06:00 UTC, and Entra gives no reason."));
        Assert.That(down.DoOf("graphToken"), Does.StartWith("Check whether this machine").And.Contain("the credential in Graph."));
        Assert.That(down.DoOf("teamsToken"), Does.StartWith("Check whether this machine").And.Contain("the credential in Bot."));
    }
}
