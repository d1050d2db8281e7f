using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Tests.Testing;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

/// <summary>The ways in which a turn of ours differs from one of the SDK.</summary>
internal sealed class TurnTests : BotTestFixture
{
    [TestCase("nl-NL")]
    [TestCase("tr-TR")]
    [TestCase("not a locale")]
    public async Task Turn_AnySenderLocale_RunsInInvariantCulture(string locale)
    {
        var culture = "";
        Bot.Script.OnMessage = (_, _) =>
        {
            culture = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        };

        await Bot.PostAsync(Bot.Activity("message", activity => activity["locale"] = locale));

        Assert.That(culture, Is.EqualTo(CultureInfo.InvariantCulture.Name));
    }

    [Test]
    public async Task CardData_WithDates_ReachesTheBotUnchanged()
    {
        var click = Bot.Click("accept");
        var data = new JsonObject { ["local"] = "2026-03-02T10:10:11", ["offset"] = "2026-03-02T10:10:11.5+01:00" };
        click["value"]!["action"]!["data"] = data.DeepClone();
        string? seen = null;
        Bot.Script.OnAction = (invoke, _, _) =>
        {
            seen = invoke.Data.GetRawText();
            return Task.FromResult(CardAnswer.Message("ok"));
        };

        await Bot.PostAsync(click);

        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(seen!), data), Is.True, seen);
    }

    [Test]
    public async Task ContinueConversation_Message_IsNotAReply()
    {
        Channel.Expect("POST v3/conversations/a%3A1/activities", 201, """{"id":"m1"}""");
        var adapter = (ConnectAdapter)Bot.Services.GetRequiredService<IBotFrameworkHttpAdapter>();
        var reference = new ConversationReference
        {
            ServiceUrl = Channel.ServiceUrl,
            ChannelId = "msteams",
            Conversation = new ConversationAccount(id: "a:1"),
        };
        ResourceResponse? sent = null;

        await adapter.ContinueConversationAsync(
            BotHost.AppId, reference,
            async (turn, token) => sent = await turn.SendActivityAsync(MessageFactory.Text("hoi"), token), default);

        Assert.That(sent!.Id, Is.EqualTo("m1"));
        Assert.That(JsonNode.Parse(Channel.Received.Single().Body)!["replyToId"], Is.Null);
    }

    [Test]
    public async Task Send_AcceptedWithoutId_IdIsNull()
    {
        Channel.Expect("POST v3/conversations/a%3A1/activities", 202);
        var sent = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Script.OnMessage = async (turn, token) => sent.SetResult((await turn.SendActivityAsync(MessageFactory.Text("hoi"), token)).Id);

        await Bot.PostAsync(Bot.Message("hoi"));

        Assert.That(await sent.Task.WaitAsync(TimeSpan.FromMinutes(5)), Is.Null);
    }

    [Test]
    public async Task Send_Refused_ThrowsConnectorExceptionInTheTurn()
    {
        Channel.Expect("POST v3/conversations/a%3A1/activities", 403, """{"error":{"code":"ConversationBlockedByUser"}}""");
        ConnectorException? failure = null;
        Bot.Script.OnMessage = async (turn, token) => failure = await Assert.ThrowsAsync<ConnectorException>(
            () => turn.SendActivityAsync(MessageFactory.Text("hoi"), token));

        await Bot.PostAsync(Bot.Message("hoi"));

        Assert.That(failure!.Failure, Is.EqualTo(ConnectorFailure.BlockedByUser));
    }

    [Test]
    public async Task Members_KnownByIdOnly_AreNotLookedUp()
    {
        var bo = new JsonObject { ["id"] = "29:bo" };
        await Bot.PostAsync(Bot.Activity("conversationUpdate", a => a["membersAdded"] = new JsonArray(bo)));

        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "added 29:bo" }));
        Assert.That(Channel.Received, Is.Empty);
    }

    [Test]
    public async Task Members_AddedAndRemovedAtOnce_AreBothReported()
    {
        await Bot.PostAsync(Bot.Activity("conversationUpdate", a =>
        {
            a["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:bo" });
            a["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:anna" });
        }));

        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "added 29:bo", "removed 29:anna" }));
    }

    [Test]
    public async Task ChannelDeleted_InATeam_CallsTheHandler()
    {
        await Bot.PostAsync(Bot.Activity("conversationUpdate", a =>
        {
            a["channelData"]!["eventType"] = "channelDeleted";
            a["channelData"]!["channel"] = new JsonObject { ["id"] = "19:k" };
        }));

        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "channel 19:k deleted" }));
    }

    [Test]
    public async Task ExpectReplies_Requested_MessagesAreSentNormally()
    {
        Channel.Expect("POST v3/conversations/a%3A1/activities", 201, """{"id":"m1"}""");
        Bot.Script.OnMessage = (turn, token) => turn.SendActivityAsync(MessageFactory.Text("hoi"), token);

        var answer = await Bot.PostAsync(Bot.Activity("message", activity => activity["deliveryMode"] = "expectReplies"));

        Assert.That(answer, Is.EqualTo(new BotAnswer(200, null)));
    }

    [Test]
    public async Task SdkEntryPoint_WithoutToken_IsRefused()
    {
        var adapter = (ConnectAdapter)Bot.Services.GetRequiredService<IBotFrameworkHttpAdapter>();
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = Bot.Services };
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Bot.Message("hoi").ToJsonString()));

        await ((CloudAdapter)adapter).ProcessAsync(http.Request, http.Response, Bot.Services.GetRequiredService<IBot>());

        Assert.That(http.Response.StatusCode, Is.EqualTo(401));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }
}
