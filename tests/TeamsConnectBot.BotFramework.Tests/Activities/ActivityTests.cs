using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Hosting;

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
    public void Activity_RoundTrip_LosesNothing()
    {
        var back = JsonNode.Parse(ActivityJson.Write(Read(FromTeams)))!;
        var original = JsonNode.Parse(FromTeams)!;
        // The same instant, formatted differently by .NET.
        back["timestamp"] = original["timestamp"]!.DeepClone();

        Assert.That(JsonNode.DeepEquals(back, original), Is.True, back.ToJsonString());
    }

    [TestCase("\"Europe/Helsinki\"", "Europe/Helsinki")]
    [TestCase("\"\"", null)]
    [TestCase("null", null)]
    public void ClientTimeZone_OfAnActivity_IsThatOfTheDevice(string value, string? zone)
    {
        var activity = JsonNode.Parse(FromTeams)!;
        activity["entities"]![1]!["timezone"] = JsonNode.Parse(value);

        Assert.That(Read(activity.ToJsonString()).ClientTimeZone(), Is.EqualTo(zone));
    }

    [TestCase("\"2026-03-02T10:10:11.5+01:00\"")]
    [TestCase("\"2026-03-02T10:10:11\"")]
    [TestCase("\"2026-03-02T10:10:11.123Z\"")]
    [TestCase("\"/Date(1700000000000)/\"")]
    [TestCase("[1,null,{\"a\":1.5}]")]
    [TestCase("12345678901234567890")]
    public void FreeData_AnyValue_IsUnchanged(string value)
    {
        var original = JsonNode.Parse(FromTeams)!;
        original["channelData"]!["free"] = JsonNode.Parse(value);
        original["value"] = JsonNode.Parse(value);
        original["new"] = JsonNode.Parse(value);
        original["conversation"]!["new"] = JsonNode.Parse(value);

        var back = JsonNode.Parse(ActivityJson.Write(Read(original.ToJsonString())))!;

        var kept = new[] { back["channelData"]!["free"], back["value"], back["new"], back["conversation"]!["new"] };
        Assert.That(kept.Select(node => node?.ToJsonString()), Is.All.EqualTo(JsonNode.Parse(value)!.ToJsonString()));
    }

    [Test]
    public void Value_WithSerializerKeywords_IsUnchanged()
    {
        var original = JsonNode.Parse(FromTeams)!;
        original["value"] = new JsonObject { ["$ref"] = "1", ["$type"] = "System.Object", ["$id"] = "1" };

        var back = JsonNode.Parse(ActivityJson.Write(Read(original.ToJsonString())))!;

        Assert.That(JsonNode.DeepEquals(back["value"], original["value"]), Is.True, back.ToJsonString());
    }

    private static Activity Read(string json) => ActivityReader.Parse(Encoding.UTF8.GetBytes(json)).Activity!;
}
