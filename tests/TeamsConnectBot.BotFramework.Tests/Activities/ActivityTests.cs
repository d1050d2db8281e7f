using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Tests.Activities;

internal sealed class ActivityTests
{
    private const string FromTeams = """
        {
          "type": "message", "id": "1485983408511", "timestamp": "2026-03-02T09:10:11.123Z",
          "localTimestamp": "2026-03-02T10:10:11.123+01:00", "localTimezone": "Europe/Amsterdam",
          "serviceUrl": "https://smba.trafficmanager.net/emea/", "channelId": "msteams",
          "from": { "id": "29:abc", "name": "Anna", "aadObjectId": "11111111-1111-1111-1111-111111111111" },
          "conversation": { "id": "a:1", "conversationType": "personal", "tenantId": "t1" },
          "recipient": { "id": "28:app", "name": "Bot" },
          "text": "<at>Bot</at> elke vrijdag 15:30\n", "textFormat": "plain", "locale": "nl-NL",
          "entities": [
            { "type": "mention", "text": "<at>Bot</at>", "mentioned": { "id": "28:app", "name": "Bot" } },
            { "type": "clientInfo", "locale": "nl-NL", "country": "NL", "platform": "Windows", "timezone": "Europe/Amsterdam" }
          ],
          "channelData": { "tenant": { "id": "t1" }, "settings": { "selectedChannel": { "id": "19:x" } } },
          "callerId": "urn:botframework:azure"
        }
        """;

    [Test]
    public void Activity_FromTeamsAndBack_LosesNothing()
    {
        var back = JsonNode.Parse(JsonSerializer.Serialize(Read(FromTeams), BotJson.Options))!;
        var original = JsonNode.Parse(FromTeams)!;
        // The same instant, written in .NET's way.
        back["timestamp"] = original["timestamp"]!.DeepClone();

        Assert.That(JsonNode.DeepEquals(back, original), Is.True, back.ToJsonString());
    }

    [Test]
    public void TextWithoutRecipientMention_Mention_LeavesTheCommand() =>
        Assert.That(Read(FromTeams).TextWithoutRecipientMention(), Is.EqualTo("elke vrijdag 15:30"));

    [Test]
    public void TextWithoutRecipientMention_MentionOfSomebodyElse_Stays()
    {
        var activity = Read(FromTeams) with { Recipient = new ChannelAccount { Id = "28:other" } };

        Assert.That(activity.TextWithoutRecipientMention(), Does.StartWith("<at>Bot</at>"));
    }

    [Test]
    public void TenantId_ChannelDataWithoutTenant_IsTheConversations()
    {
        var activity = Read(FromTeams) with { ChannelData = new TeamsChannelData() };

        Assert.That(activity.TenantId, Is.EqualTo("t1"));
    }

    [Test]
    public void GetConversationReference_Activity_SaysWhereToWriteLater()
    {
        var reference = Read(FromTeams).GetConversationReference();

        Assert.Multiple(() =>
        {
            Assert.That(reference.Conversation!.Id, Is.EqualTo("a:1"));
            Assert.That(reference.User!.Id, Is.EqualTo("29:abc"));
            Assert.That(reference.Bot!.Id, Is.EqualTo("28:app"));
            Assert.That(reference.ServiceUrl, Is.EqualTo("https://smba.trafficmanager.net/emea/"));
        });
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize<Activity>(json, BotJson.Options)!;
}
