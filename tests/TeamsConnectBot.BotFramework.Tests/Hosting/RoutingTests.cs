using System.Text.Json.Nodes;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Tests.Testing;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

internal sealed class RoutingTests : BotTestFixture
{
    [Test]
    public async Task MembersAdded_WithTheBot_ReachesTheHandlerWithoutIt()
    {
        var answer = await Bot.PostAsync(Bot.Activity(
            "conversationUpdate", a => a["membersAdded"] = Members("29:anna", $"28:{BotHost.AppId}")));

        Assert.That(answer, Is.EqualTo(new BotAnswer(200, null)));
        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "added 29:anna" }));
    }

    [Test]
    public async Task MembersAdded_OnlyTheBot_IsIgnored()
    {
        await Bot.PostAsync(Bot.Activity("conversationUpdate", a => a["membersAdded"] = Members($"28:{BotHost.AppId}")));

        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [Test]
    public async Task MembersRemoved_Others_ReachesTheHandler()
    {
        await Bot.PostAsync(Bot.Activity("conversationUpdate", a => a["membersRemoved"] = Members("29:anna")));

        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "removed 29:anna" }));
    }

    [TestCase("add", "installed")]
    [TestCase("add-upgrade", "installed")]
    [TestCase("remove", "uninstalled")]
    [TestCase("remove-upgrade", null, Description = "an upgrade must not erase the person's data")]
    [TestCase("something", null)]
    public async Task InstallationUpdate_Action_CallsTheMatchingHandler(string action, string? expected)
    {
        var answer = await Bot.PostAsync(Bot.Activity("installationUpdate", a => a["action"] = action));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(Bot.Script.Calls, expected is null ? Is.Empty : Is.EqualTo(new[] { expected }));
    }

    [TestCase("typing")]
    [TestCase("messageReaction")]
    [TestCase("neverHeardOf")]
    public async Task OtherActivity_AnyType_IsAcceptedAndIgnored(string type)
    {
        Assert.That(await Bot.PostAsync(Bot.Activity(type)), Is.EqualTo(new BotAnswer(200, null)));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [Test]
    public async Task CardAction_Click_ReportsActorVerbAndMessage()
    {
        await Bot.PostAsync(Bot.Click("accept"));

        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "action accept 7 by anna-entra on card-1" }));
    }

    [Test]
    public async Task CardAction_AnswerIsACard_ResponseIsTheCard()
    {
        Bot.Script.OnAction = (_, _, _) => Task.FromResult(CardAnswer.Card(Card));

        var answer = await Bot.PostAsync(Bot.Click("accept"));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Body!["statusCode"]!.GetValue<int>(), Is.EqualTo(200));
        Assert.That(answer.Body["type"]!.GetValue<string>(), Is.EqualTo("application/vnd.microsoft.card.adaptive"));
        Assert.That(answer.Body["value"]!["body"]![0]!["text"]!.GetValue<string>(), Is.EqualTo("Fijn ☕"));
    }

    [Test]
    public async Task CardAction_AnswerIsAMessage_ResponseIsItsText()
    {
        Bot.Script.OnAction = (_, _, _) => Task.FromResult(CardAnswer.Message("Genoteerd."));

        Assert.That((await Bot.PostAsync(Bot.Click("accept"))).Body!.ToJsonString(),
            Is.EqualTo("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Genoteerd."}"""));
    }

    [Test]
    public async Task CardAction_HandlerFails_Is500InsideHttp200AndLoggedOnce()
    {
        Bot.Script.OnAction = (_, _, _) => throw new InvalidOperationException("boem");

        var answer = await Bot.PostAsync(Bot.Click("accept"));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Body!["statusCode"]!.GetValue<int>(), Is.EqualTo(500));
        Assert.That(answer.Body["type"]!.GetValue<string>(), Is.EqualTo("application/vnd.microsoft.error"));
        Assert.That(Bot.Log.Lines.Count(l => l.Text.Contains("failed", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Message_HandlerFails_Is200AndLoggedOnce()
    {
        Bot.Script.OnMessage = (_, _) => throw new InvalidOperationException("boem");

        Assert.That((await Bot.PostAsync(Bot.Message("hoi"))).Status, Is.EqualTo(200));
        Assert.That(Bot.Log.Lines.Count(l => l.Text.Contains("failed", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task CardAction_MissingValue_Is400()
    {
        var answer = await Bot.PostAsync(Bot.Activity("invoke", a => a["name"] = "adaptiveCard/action"));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body!.ToJsonString(), Is.EqualTo(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":"""
            + """{"code":"BadRequest","message":"Missing value property"}}"""));
    }

    [TestCase("""{}""", "BadRequest")]
    [TestCase("""{"action":7}""", "BadRequest")]
    [TestCase("""{"action":{"type":"Action.Submit","verb":"accept"}}""", "NotSupported")]
    [TestCase("""{"action":{"verb":"accept"}}""", "NotSupported")]
    public async Task CardAction_OtherAction_Is400(string value, string code)
    {
        var answer = await Bot.PostAsync(Bot.Activity("invoke", a =>
        {
            a["name"] = "adaptiveCard/action";
            a["value"] = JsonNode.Parse(value);
        }));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body!["value"]!["code"]!.GetValue<string>(), Is.EqualTo(code));
        Assert.That(Bot.Script.Calls, Is.Empty);
    }

    [TestCase("task/fetch")]
    [TestCase("signin/verifyState")]
    [TestCase(null)]
    public async Task Invoke_UnknownName_Is501(string? name) =>
        Assert.That(await Bot.PostAsync(Bot.Activity("invoke", a => a["name"] = name)), Is.EqualTo(new BotAnswer(501, null)));

    [Test]
    public async Task Submit_WithVerb_IsACardActionWhoseCardReplacesTheClickedOne()
    {
        Bot.Script.OnAction = (_, _, _) => Task.FromResult(CardAnswer.Card(Card));
        Channel.Expect("PUT v3/conversations/a%3A1/activities/card-1", 200, """{"id":"card-1"}""");

        var answer = await Bot.PostAsync(Submit("""{"verb":"accept","id":"7"}"""));

        Assert.That(answer, Is.EqualTo(new BotAnswer(200, null)));
        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "action accept 7 by anna-entra on card-1" }));
        Assert.That(Channel.Received.Single().Body, Does.Contain("Fijn ☕"));
    }

    [Test]
    public async Task Submit_AnswerIsAText_IsSentAsMessage()
    {
        Channel.Expect("POST v3/conversations/a%3A1/activities", 201, """{"id":"m"}""");

        await Bot.PostAsync(Submit("""{"verb":"accept"}"""));

        Assert.That(Channel.Received.Single().Body, Does.Contain("\"text\":\"ok\""));
    }

    [Test]
    public async Task Submit_HandlerFails_IsSaidInAMessage()
    {
        Bot.Script.OnAction = (_, _, _) => throw new InvalidOperationException("the database is away");
        Channel.Expect("POST v3/conversations/a%3A1/activities", 201, """{"id":"m"}""");

        await Bot.PostAsync(Submit("""{"verb":"accept"}"""));

        Assert.That(Channel.Received.Single().Body, Does.Contain("Er ging iets mis."));
    }

    [Test]
    public async Task Submit_WithoutVerb_IsAMessage()
    {
        await Bot.PostAsync(Submit("""{"id":"7"}"""));

        Assert.That(Bot.Script.Calls, Is.EqualTo(new[] { "message " }));
    }

    private static AdaptiveCard Card => new() { Lang = "nl", Body = [new TextBlock { Text = "Fijn ☕" }] };

    private JsonObject Submit(string value) => Bot.Activity("message", a =>
    {
        a["value"] = JsonNode.Parse(value);
        a["replyToId"] = "card-1";
    });

    private static JsonArray Members(params string[] ids) => new([.. ids.Select(id => (JsonNode)new JsonObject { ["id"] = id })]);
}
