using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

/// <summary>Messages in a channel or group chat that only one person sees.</summary>
internal sealed class TargetedMessageTests : ConnectorTestFixture
{
    private const string Targeted = "POST v3/conversations/a/activities?isTargetedActivity=true";
    private const string Create = "POST v3/conversations";
    private const string OwnChat = "POST v3/conversations/own/activities";
    private const string Refused = """{"error":{"code":"ServiceError","message":"Unknown"}}""";
    private const string NotInstalled = """{"error":{"code":"ForbiddenOperationException","message":"no"}}""";

    private AskerMessages Asker => Bot.Services.GetRequiredService<AskerMessages>();

    private static Activity Asked => new()
    {
        Id = "question", From = new ChannelAccount("29:anna"), Recipient = new ChannelAccount("28:bot"),
        Conversation = new ConversationAccount(id: "a", tenantId: BotHost.TenantId),
    };

    [Test]
    public async Task Answer_ToOnePerson_NamesThemAndAsksThatNobodyElseSeesIt()
    {
        Channel.Expect(Targeted, 201, """{"id":"m1"}""");

        Assert.That(await Asker.SendAsync(Asked, MessageFactory.Text("hoi"), default), Is.True);

        var body = JsonNode.Parse(Channel.Received.Single().Body)!;
        Assert.That((string?)body["recipient"]!["id"], Is.EqualTo("29:anna"));
        Assert.That(body["entities"], Is.Null, "the question was not asked in private");
    }

    [Test]
    public async Task Answer_ToAPrivateQuestion_IsShownWithThatQuestion()
    {
        Channel.Expect(Targeted, 201, """{"id":"m1"}""");
        var asked = Asked;
        asked.Recipient.Properties = new JObject { ["isTargeted"] = true };

        await Asker.SendAsync(asked, MessageFactory.Text("hoi"), default);

        Assert.That(JsonNode.Parse(Channel.Received.Single().Body)!["entities"]!.ToJsonString(), Is.EqualTo(
            """[{"type":"targetedMessageInfo","messageId":"question"}]"""));
    }

    [Test]
    public async Task Answer_RefusedInTheChannel_GoesToTheOwnChatWithoutTheRecipient()
    {
        Channel.Expect(Targeted, 400, Refused).Expect(Create, 201, """{"id":"own"}""").Expect(OwnChat, 201, """{"id":"m1"}""");

        Assert.That(await Asker.SendAsync(Asked, MessageFactory.Text("hoi"), default), Is.True);

        Assert.That(JsonNode.Parse(Channel.Received.Last().Body)!["recipient"], Is.Null);
    }

    [Test]
    public async Task Answer_WithoutAnOwnChat_IsNotSentAndSaysSo()
    {
        Channel.Expect(Targeted, 400, Refused).Expect(Create, 403, NotInstalled);

        Assert.That(await Asker.SendAsync(Asked, MessageFactory.Text("hoi"), default), Is.False);
    }

    // Another way after one of these could show the answer twice, or to nobody.
    [TestCase(401, ConnectorFailure.BotNotRegistered)]
    [TestCase(429, ConnectorFailure.Throttled)]
    [TestCase(503, ConnectorFailure.Unavailable)]
    public async Task Answer_WhenTeamsIsUnavailable_TakesNoOtherWay(int status, ConnectorFailure failure)
    {
        await RestartBotAsync(settings => settings["Bot:Connector:Retries"] = "0");
        Channel.Expect(Targeted, status);

        await FailsAsync(() => Asker.SendAsync(Asked, MessageFactory.Text("hoi"), default), failure);
    }

    [Test]
    public async Task Answer_ThatMayHaveArrived_TakesNoOtherWay()
    {
        Channel.Expect(Targeted, http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        await FailsAsync(() => Asker.SendAsync(Asked, MessageFactory.Text("hoi"), default), ConnectorFailure.InDoubt);
    }

    [Test]
    public async Task Update_OfATargetedMessage_IsTargetedToo()
    {
        Channel.Expect("PUT v3/conversations/19%3Ax%2F/activities/1%2F2?isTargetedActivity=true", 200, """{"id":"1/2"}""");

        await Bot.Connector.UpdateTargetedAsync(null, "19:x/", "1/2", Hello);
    }
}
