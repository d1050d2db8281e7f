using System.Net;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Teams;

/// <summary>Messages in a channel that only one member sees, as strict as Teams.</summary>
internal sealed class SandboxTargetedTests : SandboxFixture
{
    private SharedChat channel = null!;

    private Person Ada => Server.Tenant.People.All[1];

    private Person Stranger => Server.Tenant.People.All[9];

    private string Path => $"v3/conversations/{Uri.EscapeDataString(channel.ConversationId)}/activities";

    [SetUp]
    public void AddTheTeam()
    {
        channel = Server.Tenant.Spaces.AddTeam("Noord", [Server.Tenant.People.All[0]], [.. Server.Tenant.People.All.Take(3)]);
        channel.Installed = true;
    }

    [Test]
    public async Task Message_ForAMember_IsSeenByThemOnly()
    {
        Assert.That((await SendAsync(Ada)).StatusCode, Is.EqualTo(HttpStatusCode.Created));

        Assert.That(channel.Messages.Single().OnlyFor, Is.EqualTo(Ada));
    }

    [Test]
    public async Task Message_ForSomebodyElseOrNobody_IsRefused()
    {
        Assert.That(await ErrorCodeAsync(await SendAsync(Stranger)), Is.EqualTo("Bad Argument"));
        Assert.That(await ErrorCodeAsync(await SendAsync(null)), Is.EqualTo("Bad Argument"));
        Assert.That(channel.Messages, Is.Empty);
    }

    [Test]
    public async Task Message_InATenantThatHasNone_IsRefused()
    {
        Server.Options.RefusesTargetedMessages = true;

        Assert.That(await ErrorCodeAsync(await SendAsync(Ada)), Is.EqualTo("ServiceError"));
    }

    [Test]
    public async Task Edit_OfATargetedMessage_MustBeTargetedAndWithoutRecipient()
    {
        await SendAsync(Ada);
        var message = $"{Path}/{channel.Messages.Single().Id}";

        var inPublic = await TeamsAsync("PUT", message, Body(null));
        Assert.That(inPublic.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "it can't be made public");
        var withRecipient = await TeamsAsync("PUT", $"{message}?isTargetedActivity=true", Body(Ada));
        Assert.That(withRecipient.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await TeamsAsync("PUT", $"{message}?isTargetedActivity=true", Body(null))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Message_AfterADay_IsGone()
    {
        await SendAsync(Ada);
        var message = channel.Messages.Single();
        Server.Tenant.Clock.AdvanceTo(Server.Tenant.Clock.GetUtcNow().AddHours(24));

        Assert.That(message.IsGone(Server.Tenant.Now), Is.True);
        using var edit = await TeamsAsync("PUT", $"{Path}/{message.Id}?isTargetedActivity=true", Body(null));
        Assert.That(edit.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var delete = await TeamsAsync("DELETE", $"{Path}/{message.Id}?isTargetedActivity=true");
        Assert.That(delete.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("1.29", true)]
    [TestCase("1.28", false)]
    public async Task PrivateQuestion_IsOfferedFromManifest129(string version, bool isOffered)
    {
        await using var service = await StubService.StartAsync();
        Server.Channel.Service = service.Url;
        Server.Options.ManifestVersion = Version.Parse(version);

        var status = await Server.Channels.AskPrivatelyAsync(channel, Ada, "ritual");

        Assert.That(status, isOffered ? Is.EqualTo(200) : Is.Null);
        Assert.That(
            service.Activities.Select(each => (bool?)each.Activity["recipient"]!["isTargeted"]),
            isOffered ? Is.EqualTo(new[] { true }) : Is.Empty);
    }

    [TestCase("1.25", true)]
    [TestCase("1.24", false)]
    public async Task PrivateChannel_TakesTheAppFromManifest125(string version, bool isTaken)
    {
        await using var service = await StubService.StartAsync();
        Server.Channel.Service = service.Url;
        Server.Options.ManifestVersion = Version.Parse(version);
        var inner = Server.Tenant.Spaces.AddChannel(channel.Team!, "Binnen", ChannelKind.Private, () => [Ada]);

        Assert.That(await Server.Channels.AllowAsync(inner, Ada), Is.EqualTo(isTaken));
        Assert.That(
            service.Activities.Select(each => (string?)each.Activity["channelData"]!["channel"]!["type"]),
            isTaken ? Is.EqualTo(new[] { "private" }) : Is.Empty);
    }

    private Task<HttpResponseMessage> SendAsync(Person? recipient) =>
        TeamsAsync("POST", $"{Path}?isTargetedActivity=true", Body(recipient));

    private static JsonObject Body(Person? recipient)
    {
        var body = new JsonObject { ["type"] = "message", ["text"] = "alleen jij" };
        if (recipient is not null)
        {
            body["recipient"] = new JsonObject { ["id"] = recipient.TeamsId };
        }

        return body;
    }
}
