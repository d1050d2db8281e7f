using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

internal sealed class ConnectorClientTests : ConnectorTestFixture
{
    [Test]
    public async Task CreateConversation_Person_ReturnsItsId()
    {
        Channel.Expect("POST v3/conversations", 201, """{"id":"a:1xyz"}""");

        var id = await Bot.Connector.CreateConversationAsync(null, "29:anna", BotHost.TenantId);

        Assert.That(id, Is.EqualTo("a:1xyz"));
        Assert.That(Channel.Received.Single().Body, Is.EqualTo(
            $$"""{"isGroup":false,"members":[{"id":"29:anna"}],"tenantId":"{{BotHost.TenantId}}"}"""));
    }

    [Test]
    public async Task Send_Message_IsUtf8JsonWithATokenOfTheBotsTenant()
    {
        Channel.Expect(Send, 201, """{"id":"m1"}""").Expect(Send, 201, """{"id":"m2"}""");

        var first = await Bot.Connector.SendToConversationAsync(Channel.ServiceUrl, "a", Hello);
        var second = await Bot.Connector.SendToConversationAsync(Channel.ServiceUrl, "a", Hello);

        Assert.That((first, second), Is.EqualTo(("m1", "m2")));
        var request = Channel.Received.First();
        Assert.That(request.Authorization, Is.EqualTo($"Bearer {FakeChannel.AccessToken}"));
        Assert.That(request.ContentType, Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(JsonNode.Parse(request.Body)!["text"]!.GetValue<string>(), Is.EqualTo("hoi ☕"));
        Assert.That(Channel.TokenRequests, Is.EqualTo(new[]
        {
            $"/{BotHost.TenantId}/oauth2/v2.0/token client_credentials {BotHost.AppId} https://api.botframework.com/.default",
        }), "both requests use one token");
    }

    [TestCase(200, """{"id":"m1"}""", "m1")]
    [TestCase(201, """{"id":"m1"}""", "m1")]
    [TestCase(202, "", null)]
    [TestCase(200, "", null)]
    [TestCase(201, "{}", null)]
    [TestCase(204, "", null)]
    [TestCase(200, "[]", null)]
    [TestCase(203, """{"id":7}""", null)]
    public async Task Send_AnySuccess_IsAccepted(int status, string body, string? id)
    {
        Channel.Expect(Send, status, body);

        Assert.That(await Bot.Connector.SendToConversationAsync(null, "a", Hello), Is.EqualTo(id));
    }

    [TestCase("")]
    [TestCase("/")]
    public async Task Send_ServiceUrlWithOrWithoutSlash_GoesToTheSameAddress(string slash)
    {
        Channel.Expect(Send, 201, """{"id":"m1"}""");

        await Bot.Connector.SendToConversationAsync($"{Channel.Address}/teams{slash}", "a", Hello);

        Assert.That(Channel.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task EveryCall_Ids_AreEscaped()
    {
        const string conversation = "19:x@thread.tacv2;messageid=1/../?#";
        const string escaped = "v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1%2F..%2F%3F%23";
        Channel
            .Expect($"POST {escaped}/activities", 201)
            .Expect($"POST {escaped}/activities/1%2F2", 201)
            .Expect($"PUT {escaped}/activities/1%2F2", 200)
            .Expect($"DELETE {escaped}/activities/1%2F2", 200)
            .Expect($"GET {escaped}/members/29%3Aanna%2F", 200, """{"id":"29:anna/","aadObjectId":"x"}""");

        await Bot.Connector.SendToConversationAsync(null, conversation, Hello);
        await Conversations.ReplyToActivityAsync(conversation, "1/2", Hello);
        await Bot.Connector.UpdateActivityAsync(null, conversation, "1/2", Hello);
        await Conversations.DeleteActivityAsync(conversation, "1/2");
        var member = await Bot.Connector.GetMemberAsync(null, conversation, "29:anna/");

        Assert.That(member.AadObjectId, Is.EqualTo("x"));
    }

    [Test]
    public async Task PagedMembers_TwoPages_AreReadToTheEnd()
    {
        Channel
            .Expect("GET v3/conversations/a/pagedmembers?pageSize=200", 200, """{"continuationToken":"p&2","members":[{"id":"29:a"}]}""")
            .Expect("GET v3/conversations/a/pagedmembers?pageSize=200&continuationToken=p%262", 200, """{"members":[{"id":"29:b"}]}""");

        var members = new List<string?>();
        await foreach (var member in Bot.Connector.GetPagedMembersAsync(null, "a"))
        {
            members.Add(member.Id);
        }

        Assert.That(members, Is.EqualTo(new[] { "29:a", "29:b" }));
    }

    [Test]
    public async Task PagedMembers_SamePageRepeated_IsUnreadable()
    {
        Channel
            .Expect("GET v3/conversations/a/pagedmembers?pageSize=200", 200, """{"continuationToken":"p"}""")
            .Expect("GET v3/conversations/a/pagedmembers?pageSize=200&continuationToken=p", 200, """{"continuationToken":"p"}""");

        await FailsAsync(async () => await Bot.Connector.GetPagedMembersAsync(null, "a").CountAsync(), ConnectorFailure.Unreadable);
    }

    [Test]
    public async Task Team_WithChannels_HasNamesExceptForTheGeneralChannel()
    {
        Channel
            .Expect(
                "GET v3/teams/19%3At%40thread.tacv2", 200,
                """{"id":"19:t@thread.tacv2","name":"Noord","aadGroupId":"g","channelCount":2}""")
            .Expect(
                "GET v3/teams/19%3At%40thread.tacv2/conversations", 200,
                """{"conversations":[{"id":"19:t@thread.tacv2","name":null},{"id":"19:k@thread.tacv2","name":"Koffie"}]}""");

        var team = await Bot.Connector.GetTeamAsync(null, "19:t@thread.tacv2");
        var channels = await Bot.Connector.GetTeamChannelsAsync(null, "19:t@thread.tacv2");

        Assert.That((team.Id, team.Name, team.AadGroupId), Is.EqualTo(("19:t@thread.tacv2", "Noord", "g")));
        Assert.That(channels.Select(channel => channel.Name), Is.EqualTo(new[] { null, "Koffie" }));
    }

    [Test]
    public async Task Send_Redirect_IsNotFollowed()
    {
        Channel.Expect(Send, 307, "", ("Location", $"{Channel.Address}/teams/elsewhere"));

        await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.Unreadable);
    }

    [TestCase("<html/>")]
    [TestCase("{\"id\":")]
    public async Task Send_SuccessWithInvalidJson_IsUnreadable(string body)
    {
        Channel.Expect(Send, 200, body);

        await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.Unreadable);
    }

    [TestCase("")]
    [TestCase("""{"id":7}""")]
    [TestCase("[]")]
    public async Task CreateConversation_AnswerWithoutId_IsUnreadable(string body)
    {
        Channel.Expect("POST v3/conversations", 201, body);

        await FailsAsync(() => Bot.Connector.CreateConversationAsync(null, "29:anna", "t"), ConnectorFailure.Unreadable);
    }

    [Test]
    public Task Send_Above100KiBAsUtf16_IsNotSent() => FailsAsync(
        () => Bot.Connector.SendToConversationAsync(null, "a", MessageFactory.Text(new string('a', 51_200))), ConnectorFailure.TooLarge);

    [Test]
    public async Task Send_LongButBelow100KiBAsUtf16_IsSent()
    {
        Channel.Expect(Send, 201, """{"id":"m1"}""");

        // 50,000 characters of three bytes each: 150,000 bytes as UTF-8, 100,000 as UTF-16.
        var message = MessageFactory.Text(new string('€', 50_000));

        Assert.That(await Bot.Connector.SendToConversationAsync(null, "a", message), Is.EqualTo("m1"));
    }

    [Test]
    public Task Send_HostNotOnTheList_IsNotCalled() => FailsAsync(
        () => Bot.Connector.SendToConversationAsync("https://evil.example/", "a", Hello), ConnectorFailure.WrongHost);

    [Test]
    public async Task SdkClient_EachTurn_IsReused()
    {
        var clients = Bot.Services.GetRequiredService<BotServices>().Clients;

        using var first = await clients.CreateAsync(Channel.ServiceUrl, "", default);
        first.Dispose();
        Channel.Expect(Send, 201, """{"id":"m1"}""");
        using var second = await clients.CreateAsync(Channel.ServiceUrl, "", default);

        Assert.That(second, Is.SameAs(first));
        var sent = await second.Conversations.SendToConversationAsync("a", Hello);
        Assert.That(sent.Id, Is.EqualTo("m1"), "a client disposed of after a turn is reused in the next");
    }

    private IConversations Conversations => Bot.Services.GetRequiredService<BotServices>().Clients.For(Channel.ServiceUrl).Conversations;

    [Test]
    public async Task Send_NoToken_FailsWithNoToken()
    {
        await RestartBotAsync(settings => settings["Bot:Authority"] = "https://localhost:1/");

        await FailsAsync(() => Bot.Connector.SendToConversationAsync(null, "a", Hello), ConnectorFailure.NoToken);
    }
}
