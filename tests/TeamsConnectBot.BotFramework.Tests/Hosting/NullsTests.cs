using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Tests.Testing;

namespace TeamsConnectBot.BotFramework.Tests.Hosting;

/// <summary>Nulls in lists and objects are ignored; the rest of the activity is handled normally.</summary>
internal sealed class NullsTests : BotTestFixture
{
    [TestCase("conversationUpdate", """{"membersAdded":[null]}""")]
    [TestCase("conversationUpdate", """{"membersAdded":[null,{"id":"29:bo"}]}""", "added 29:bo")]
    [TestCase("conversationUpdate", """{"membersAdded":[null],"membersRemoved":[{"id":"29:bo"}]}""", "removed 29:bo")]
    [TestCase("conversationUpdate", """{"membersRemoved":[{"id":"29:bo"},null,null]}""", "removed 29:bo")]
    [TestCase("conversationUpdate", """{"membersAdded":[{"id":null}]}""", "added ")]
    [TestCase("conversationUpdate", """{"membersAdded":null,"membersRemoved":null}""")]
    [TestCase("conversationUpdate", """{"membersAdded":[{"id":"29:bo","aadObjectId":null}],"recipient":null}""", "added 29:bo")]
    [TestCase("message", """{"text":null}""", "message ")]
    [TestCase("message", """{"text":"hoi","entities":[null]}""", "message hoi")]
    [TestCase("message", """{"text":"hoi","entities":[{"type":"mention","mentioned":null,"text":"hoi"},null]}""", "message hoi")]
    [TestCase("message", """{"text":"hoi","entities":[{"type":null}],"attachments":[null]}""", "message hoi")]
    [TestCase("message", """{"text":"hoi","attachments":[{"contentType":"x","content":null,"name":null}]}""", "message hoi")]
    [TestCase(
        "message",
        """
        {
          "text": "hoi",
          "channelData": {"tenant":{"id":"7c0e2b0c-0000-4000-8000-0000000000aa"},"team":null,"channel":null,"notification":null}
        }
        """,
        "message hoi")]
    [TestCase("message", """{"text":"hoi","channelData":null}""", "message hoi")]
    [TestCase("message", """{"text":"hoi","channelData":{"tenant":null}}""", "message hoi")]
    [TestCase("message", """{"text":"hoi","value":null,"locale":null,"replyToId":null}""", "message hoi")]
    [TestCase("message", """{"value":{"verb":null}}""", "message ")]
    [TestCase("installationUpdate", """{"action":null,"membersAdded":[null]}""")]
    [TestCase(
        "invoke",
        """{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":null,"data":null}}}""",
        "action   by anna-entra on ")]
    [TestCase(
        "invoke",
        """{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"x","data":{"id":null}}}}""",
        "action x  by anna-entra on ")]
    public async Task Activity_WithNulls_IsHandledWithoutThem(string type, string parts, params string[] calls)
    {
        var answer = await Bot.PostAsync(With(type, parts));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(Bot.Script.Calls, Is.EqualTo(calls));
        Assert.That(Failures, Is.Empty);
    }

    [TestCase("message", """{"from":null}""")]
    [TestCase("message", """{"conversation":null}""")]
    [TestCase("message", """{"from":{"id":null}}""")]
    [TestCase("message", """{"attachments":[{"content":{}}]}""")]
    [TestCase("invoke", """{"name":"adaptiveCard/action","value":null}""")]
    [TestCase("invoke", """{"name":"adaptiveCard/action","value":{"action":null}}""")]
    public async Task Activity_RequiredFieldIsNull_Is400(string type, string parts)
    {
        var answer = await Bot.PostAsync(With(type, parts));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(Bot.Script.Calls, Is.Empty);
        Assert.That(Failures, Is.Empty);
    }

    [Test]
    public async Task PagedMembers_WithNulls_AreReadWithoutThem()
    {
        Channel.Expect("GET v3/conversations/a/pagedmembers?pageSize=200", 200, """{"members":[null,{"id":"29:bo"}]}""");

        var members = new List<ChannelAccount>();
        await foreach (var member in Bot.Connector.GetPagedMembersAsync(null, "a"))
        {
            members.Add(member);
        }

        Assert.That(members.Select(member => member.Id), Is.EqualTo(new[] { "29:bo" }));
    }

    private IEnumerable<string> Failures =>
        Bot.Log.Lines.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error).Select(line => line.Text);

    private JsonObject With(string type, string parts) => Bot.Activity(type, activity =>
    {
        foreach (var (name, value) in JsonNode.Parse(parts)!.AsObject())
        {
            activity[name] = value?.DeepClone();
        }
    });
}
