using System.Net;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Teams;

/// <summary>Checks the sandbox's Teams against the connector's public contract (<c>Contracts/connector.txt</c>).</summary>
internal sealed class ConnectorContractTests : SandboxFixture
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private Chat chat = null!;

    private string Conversation => $"v3/conversations/{Uri.EscapeDataString(chat.ConversationId)}";

    [SetUp]
    public void Install()
    {
        chat = Server.Tenant.Chats.Of(Server.Tenant.People.All[1]);
        chat.Installed = true;
    }

    [TestCase("""{"type":5}""")]
    [TestCase("""{"type":"message","text":5}""")]
    [TestCase("""{"text":"Hallo"}""")]
    [TestCase("""{"type":null,"text":"Hallo"}""")]
    [TestCase("""{"type":"message","attachments":"x"}""")]
    [TestCase("""{"type":"message","attachments":[5]}""")]
    [TestCase("""{"type":"message","attachments":[{"contentType":5}]}""")]
    [TestCase("""{"type":"message","entities":[{"type":{}}]}""")]
    [TestCase("""{"type":"message","timestamp":5}""")]
    [TestCase("""{"type":"message","timestamp":"gisteren"}""")]
    [TestCase("""{"type":"message","textFormat":"html"}""")]
    [TestCase("""{"type":"message","importance":"urgentst"}""")]
    [TestCase("""{"type":"message","channelData":"x"}""")]
    [TestCase("""{"type":"message","summary":["x"]}""")]
    [TestCase("[]")]
    [TestCase("5")]
    [TestCase("")]
    public async Task Message_ViolatingTheContract_Is400AndReachesNobody(string activity)
    {
        using var sent = await TeamsAsync("POST", Conversation + "/activities", activity);
        using var edited = await TeamsAsync("PUT", Conversation + "/activities/1", activity);
        using var created = await TeamsAsync("POST", "v3/conversations", $$"""
            {
              "members": [{"id":"{{Server.Tenant.People.All[1].TeamsId}}"}], "tenantId": "{{Server.TenantId}}",
              "activity": {{(activity.Length == 0 ? "5" : activity)}}
            }
            """);

        Assert.Multiple(async () =>
        {
            foreach (var response in new[] { sent, edited, created })
            {
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
                Assert.That(await ErrorCodeAsync(response), Is.EqualTo("BadSyntax"));
            }

            Assert.That(chat.Messages, Is.Empty);
        });
    }

    [TestCase("""{"members":"x"}""")]
    [TestCase("""{"members":[{"id":5}]}""")]
    [TestCase("""{"isGroup":"yes"}""")]
    [TestCase("""{"tenantId":5}""")]
    public async Task Conversation_ViolatingTheContract_Is400(string body)
    {
        using var response = await TeamsAsync("POST", "v3/conversations", body);

        Assert.That((response.StatusCode, await ErrorCodeAsync(response)), Is.EqualTo((HttpStatusCode.BadRequest, "BadSyntax")));
    }

    [TestCase("GET", "/members/29:nobody", HttpStatusCode.NotFound, "MemberNotFoundInConversation")]
    [TestCase("GET", "/pagedmembers?continuationToken=abc", HttpStatusCode.BadRequest, "Bad Argument")]
    [TestCase("GET", "/pagedmembers?pageSize=veel", HttpStatusCode.BadRequest, "Bad Argument")]
    [TestCase("POST", "/activities/history", HttpStatusCode.NotImplemented, "NotImplemented")]
    public async Task Request_ThatFails_SaysWhy(string method, string path, HttpStatusCode status, string code)
    {
        using var response = await TeamsAsync(method, Conversation + path, method == "POST" ? """{"activities":[]}""" : null);

        Assert.That((response.StatusCode, await ErrorCodeAsync(response)), Is.EqualTo((status, code)));
    }

    [TestCase("GET", "v3/conversations")]
    [TestCase("GET", "CONVERSATION/activities/1/members")]
    [TestCase("POST", "CONVERSATION/attachments")]
    [TestCase("DELETE", "CONVERSATION/members/29:nobody")]
    public async Task Request_NotSimulated_IsNotTreatedAsAnother(string method, string path)
    {
        using var response = await TeamsAsync(
            method, path.Replace("CONVERSATION", Conversation, StringComparison.Ordinal), method == "POST" ? "{}" : null);

        Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed));
        Assert.That(chat.Messages, Is.Empty);
    }

    [TestCase("""[{}]""", "An attachment has no contentType.")]
    [TestCase("""[{"contentType":"CARD"}]""", "A card's attachment has no content.")]
    [TestCase("""[{"contentType":"CARD","content":{"version":"1.5"}}]""", "A card's type is not 'AdaptiveCard'.")]
    [TestCase(
        """[{"contentType":"CARD","content":{"type":"AdaptiveCard","version":"1.9"}}]""",
        "A card has the version '1.9'; Teams shows up to 1.5.")]
    [TestCase("""[{"contentType":"CARD","content":{"type":"AdaptiveCard"}}]""", "A card has the version ''; Teams shows up to 1.5.")]
    [TestCase(
        """
        [{"contentType":"CARD","content":{"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"Container","items":[{"type":"Carousel"}]}]}}]
        """,
        "A card has an element 'Carousel' that Teams does not know.")]
    public async Task Message_ThatTeamsShowsWrongly_IsAcceptedAndRemarkedOnce(string attachments, string remark)
    {
        var activity = $$"""{"type":"message","attachments":{{attachments.Replace("CARD", CardType, StringComparison.Ordinal)}}}""";

        using var first = await TeamsAsync("POST", Conversation + "/activities", activity);
        using var second = await TeamsAsync("POST", Conversation + "/activities", activity);

        Assert.That(new[] { first.StatusCode, second.StatusCode }, Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(Server.Tenant.Remarks.All, Is.EqualTo(new[] { remark }));
    }

    [TestCase("<at>Noor</at> doet mee", 0)]
    [TestCase("Noor doet mee", 1)]
    public async Task Mention_NotInTheText_IsRemarked(string text, int remarks)
    {
        var activity = JsonSerializer.Serialize(new
        {
            type = "message",
            text,
            entities = new[] { new { type = "mention", text = "<at>Noor</at>", mentioned = new { id = "29:1", name = "Noor" } } },
        });

        using var sent = await TeamsAsync("POST", Conversation + "/activities", activity);

        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(Server.Tenant.Remarks.All, Has.Count.EqualTo(remarks));
    }
}
