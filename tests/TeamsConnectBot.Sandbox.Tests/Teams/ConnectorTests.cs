using System.Net;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Teams;

internal sealed class ConnectorTests : SandboxFixture
{
    private const string Card = """
        {
          "type": "message", "summary": "Bericht",
          "attachments": [{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}]
        }
        """;

    private Chat chat = null!;

    private Person Ada => Server.Tenant.People.All[1];

    private string Activities => $"v3/conversations/{Uri.EscapeDataString(chat.ConversationId)}/activities";

    [SetUp]
    public void InstallForAda()
    {
        chat = Server.Tenant.Chats.Of(Ada);
        chat.Installed = true;
    }

    [Test]
    public async Task Conversation_CreatedTwice_IsTheSameOne()
    {
        using var first = await CreateAsync(Ada.TeamsId);
        using var second = await CreateAsync(Ada.ObjectId.ToString());

        Assert.Multiple(async () =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((string?)(await ReadAsync(first))["id"], Is.EqualTo(chat.ConversationId));
            Assert.That((string?)(await ReadAsync(second))["id"], Is.EqualTo(chat.ConversationId));
        });
    }

    [Test]
    public async Task Conversation_WithAnActivity_SendsItWithoutReturningItsId()
    {
        using var response = await TeamsAsync("POST", "v3/conversations", CreateBody(Ada.TeamsId, JsonNode.Parse(Card)).ToJsonString());

        Assert.Multiple(async () =>
        {
            Assert.That((await ReadAsync(response)).AsObject().Select(property => property.Key), Is.EqualTo(new[] { "id" }));
            Assert.That(chat.Messages, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Conversation_ForAGroup_Is400BadSyntax()
    {
        using var response = await TeamsAsync("POST", "v3/conversations", $$"""
            {"isGroup":true,"members":[{"id":"{{Ada.TeamsId}}"}],"tenantId":"{{Server.TenantId}}"}
            """);

        Assert.That(await ErrorCodeAsync(response), Is.EqualTo("BadSyntax"));
    }

    [Test]
    public async Task Conversation_WithSomeoneWithoutTheApp_Is403()
    {
        using var response = await CreateAsync(Server.Tenant.People.All[2].TeamsId);

        Assert.Multiple(async () =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await ErrorCodeAsync(response), Is.EqualTo("ForbiddenOperationException"));
        });
    }

    [Test]
    public async Task Message_SentEditedAndDeleted_ShowsInTheChat()
    {
        var id = await SendCardAsync();
        var sent = chat.Messages[0];
        using var edited = await TeamsAsync("PUT", $"{Activities}/{id}", """{"type":"message","text":"Voorbij"}""");
        var afterEdit = chat.Messages[0];
        using var deleted = await TeamsAsync("DELETE", $"{Activities}/{id}");

        Assert.Multiple(() =>
        {
            Assert.That(sent, Is.EqualTo(sent with
            {
                Id = id, FromBot = true, Summary = "Bericht", CardJson = """{"type":"AdaptiveCard","version":"1.5"}""", EditedAt = null,
            }));
            Assert.That(afterEdit.Text, Is.EqualTo("Voorbij"));
            Assert.That(afterEdit.CardJson, Is.Null);
            Assert.That(afterEdit.EditedAt, Is.Not.Null);
            Assert.That(chat.Messages[0].Deleted, Is.True);
        });
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Message_NotThere_Is404(string method)
    {
        using var response = await TeamsAsync(method, $"{Activities}/123", method == "PUT" ? Card : null);

        Assert.That(await ErrorCodeAsync(response), Is.EqualTo("ActivityNotFoundInConversation"));
    }

    [Test]
    public async Task Message_ToAnUnknownConversation_Is404()
    {
        using var response = await TeamsAsync("POST", "v3/conversations/a%3A1nobody/activities", Card);

        Assert.That(await ErrorCodeAsync(response), Is.EqualTo("ConversationNotFound"));
    }

    [Test]
    public async Task Message_ToSomeoneWhoBlockedTheBot_Is403WithJsonInText()
    {
        await Server.Teams.BlockAsync(Ada);

        using var response = await TeamsAsync("POST", Activities, Card);
        var body = await ReadAsync(response);

        Assert.Multiple(() =>
        {
            Assert.That((int?)body["errorCode"], Is.EqualTo(209));
            Assert.That((string?)JsonNode.Parse((string)body["message"]!)!["subCode"], Is.EqualTo("MessageWritesBlocked"));
        });
    }

    [Test]
    public async Task Message_AfterUninstall_Is403()
    {
        chat.Installed = false;

        using var response = await TeamsAsync("POST", Activities, Card);

        Assert.That(await ErrorCodeAsync(response), Is.EqualTo("BotNotInConversationRoster"));
    }

    [TestCase(51_100, HttpStatusCode.Created)]
    [TestCase(51_200, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Message_OfUpToAHundredKilobytesOfUtf16_IsAccepted(int letters, HttpStatusCode status)
    {
        using var response = await TeamsAsync("POST", Activities, $$"""{"type":"message","text":"{{new string('x', letters)}}"}""");

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Message_EighthInOneSecond_Is429()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TeamsAsync("POST", Activities, Card)));

        Assert.Multiple(() =>
        {
            Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests), Is.Positive);
            Assert.That(chat.Messages, Has.Count.EqualTo(answers.Count(answer => answer.StatusCode == HttpStatusCode.Created)));
        });
    }

    [Test]
    public async Task Members_OfAPersonalChat_AreThePersonWithTheirObjectId()
    {
        using var response = await TeamsAsync(
            "GET", $"v3/conversations/{Uri.EscapeDataString(chat.ConversationId)}/pagedmembers?pageSize=50");
        var members = (await ReadAsync(response))["members"]!.AsArray();

        Assert.That(members.Select(member => (string?)member!["aadObjectId"]), Is.EqualTo(new[] { Ada.ObjectId.ToString() }));
    }

    private Task<HttpResponseMessage> CreateAsync(string member) =>
        TeamsAsync("POST", "v3/conversations", CreateBody(member, null).ToJsonString());

    private JsonObject CreateBody(string member, JsonNode? activity)
    {
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = member }),
            ["tenantId"] = Server.TenantId.ToString(),
        };
        if (activity is not null)
        {
            body["activity"] = activity;
        }

        return body;
    }

    private async Task<string> SendCardAsync()
    {
        using var response = await TeamsAsync("POST", Activities, Card);
        return (string)(await ReadAsync(response))["id"]!;
    }
}
