using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.BotFramework.Tests.Activities;

/// <summary>
/// The text of a message without the bot's mention and with everybody else's as a name, for every way in which clients write mentions.
/// </summary>
internal sealed class MentionTextTests
{
    private const string Command = "ritueel lijst";
    private const string Plain = "Koffie", Odd = "Koffie & Co";

    [TestCase("<at>Koffie</at> ritueel lijst", Plain, "<at>Koffie</at>")]
    [TestCase("<at>Koffie</at> ritueel lijst", Plain, null)]
    [TestCase("<at id=\"0\">Koffie</at> ritueel lijst", Plain, "<at>Koffie</at>")]
    [TestCase("ritueel lijst <at>Koffie</at>\n", Plain, null)]
    [TestCase("<at>KOFFIE</at>ritueel lijst", Plain, null)]
    [TestCase("<at>Koffie & Co</at> ritueel lijst", Odd, null)]
    [TestCase("<at>Koffie &amp; Co</at> ritueel lijst", Odd, null)]
    [TestCase("<at>Koffie &amp; Co</at> ritueel lijst", Odd, "<at>Koffie & Co</at>")]
    [TestCase("<at>Koffie & Co</at> ritueel lijst", "Koffie &amp; Co", "<at>Koffie &amp; Co</at>")]
    [TestCase("<at>Koffie&nbsp;&amp;&nbsp;Co</at>&nbsp;ritueel lijst", Odd, null)]
    [TestCase("<at>Koffie</at> <at>&amp;</at> <at>Co</at> ritueel lijst", Odd, null)]
    [TestCase("<at>Koffie</at>&nbsp;<at>& Co</at> ritueel lijst", Odd, "<at>Koffie & Co</at>")]
    [TestCase("&lt;at&gt;Koffie &amp; Co&lt;/at&gt; ritueel lijst", Odd, "<at>Koffie & Co</at>")]
    [TestCase("@Koffie & Co ritueel lijst", Odd, null)]
    [TestCase("Koffie & Co, ritueel lijst", Odd, "Koffie & Co")]
    [TestCase("<at>Bakkie</at> ritueel lijst", Plain, "<at>Bakkie</at>")]
    [TestCase("<at>Koffie</at> ritueel <at>Koffie</at> lijst", Plain, "<at>Koffie</at>")]
    [TestCase("<at>Koffie</at>, ritueel lijst", Plain, null)]
    [TestCase("<at>Koffie</at>: ritueel lijst", Plain, null)]
    [TestCase("\u200B<at>Koffie\u200B</at>\uFEFF ritueel lijst\u200E", Plain, null)]
    public void Mention_OfTheBot_LeavesTheCommand(string text, string name, string? entityText) =>
        Assert.That(Said(text, name, Bot(name, entityText)), Is.EqualTo(Command));

    [TestCase("<at>Koffie & Co</at> ritueel lijst")]
    [TestCase("<at>Koffie &amp; Co</at> ritueel lijst")]
    [TestCase("<at>Koffie</at> <at>&amp;</at> <at>Co</at> ritueel lijst")]
    [TestCase("<at>Bakkie</at> ritueel lijst")]
    [TestCase("ritueel lijst")]
    public void Mention_WithoutEntity_IsRecognisedByNameOrPosition(string text) => Assert.That(Said(text, Odd), Is.EqualTo(Command));

    [TestCase("{\"type\":\"mention\"}")]
    [TestCase("{\"type\":\"mention\",\"mentioned\":null}")]
    [TestCase("{\"type\":\"mention\",\"mentioned\":{\"name\":\"Koffie\"}}")]
    [TestCase("{\"type\":\"Mention\",\"mentioned\":{\"id\":\"28:APP\"},\"text\":null}")]
    public void Mention_WithIncompleteEntity_IsRemoved(string entity) =>
        Assert.That(Said("<at>Koffie</at> ritueel lijst", Plain, JsonNode.Parse(entity)!.AsObject()), Is.EqualTo(Command));

    [TestCase("<at>Koffie</at> nieuw <at>Noor de Wit</at> koffie elke dinsdag", "nieuw Noor de Wit koffie elke dinsdag")]
    [TestCase("<at>Koffie</at> nieuw koffie met <at>Noor</at> <at>de</at> <at>Wit</at>", "nieuw koffie met Noor de Wit")]
    [TestCase("<at>Koffie</at> nieuw <at>Noor</at> koffie", "nieuw Noor koffie")]
    [TestCase("<at>Noor de Wit</at> <at>Koffie</at> nieuw", "Noor de Wit nieuw")]
    [TestCase("<at>Koffie</at> nieuw R&amp;D-koffie &lt;3", "nieuw R&D-koffie <3")]
    [TestCase("<at>Koffie</at> nieuw 👩‍💻 koffie", "nieuw 👩‍💻 koffie")]
    public void Mention_OfSomebodyElse_IsAPlainName(string text, string said) =>
        Assert.That(Said(text, Plain, Bot(Plain, null), Person("29:noor", "Noor de Wit", null)), Is.EqualTo(said));

    [Test]
    public void Mention_OfSomebodyElseAlone_Stays() =>
        Assert.That(
            Said("<at>Noor de Wit</at> doet mee", Plain, Person("29:noor", "Noor de Wit", "<at>Noor de Wit</at>")),
            Is.EqualTo("Noor de Wit doet mee"));

    [Test]
    public void MentionedOthers_MentionInParts_AreOnceEachWithoutTheBot()
    {
        var activity = Activity(
            "<at>Koffie</at> <at>Noor</at> <at>Wit</at>", Plain, Bot(Plain, null), Person("29:noor", "Noor", null),
            Person("29:noor", "Wit", null));

        Assert.That(activity.MentionedOthers().Select(account => account.Id), Is.EqualTo(new[] { "29:noor" }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("<at>Koffie</at>")]
    public void Text_WithNothingElse_IsEmpty(string? text) => Assert.That(Said(text, Plain, Bot(Plain, "<at>Koffie</at>")), Is.Empty);

    [TestCase("<at>")]
    [TestCase("</at>")]
    [TestCase("<at <at></at>")]
    [TestCase("<atlas>x</at>")]
    public void Text_WithBrokenTag_DoesNotThrow(string text) => Assert.That(() => Said(text, Plain), Throws.Nothing);

    [Test]
    public void Text_OfManyTags_IsReadInTime()
    {
        var text = string.Concat(Enumerable.Repeat("<at>x</at><at>", 15_000));

        Assert.That(Said(text, Plain, Bot(Plain, null)), Does.Contain("x"));
    }

    [FsCheck.NUnit.Property]
    public bool AnyText_AfterTheMention_KeepsNoTag(string? text) =>
        !Said($"<at>Koffie</at> {text?.Replace('<', ' ').Replace('&', ' ')}", Plain, Bot(Plain, null))
            .Contains("<at", StringComparison.OrdinalIgnoreCase);

    private static string Said(string? text, string botName, params JsonObject[] mentions) =>
        Activity(text, botName, mentions).TextWithoutRecipientMention();

    private static Activity Activity(string? text, string botName, params JsonObject[] mentions)
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://smba.trafficmanager.net/emea/",
            ["from"] = new JsonObject { ["id"] = "29:abc" },
            ["conversation"] = new JsonObject { ["id"] = "19:x@thread.tacv2", ["conversationType"] = "channel" },
            ["recipient"] = new JsonObject { ["id"] = "28:app", ["name"] = botName },
            ["text"] = text,
            ["entities"] = new JsonArray([.. mentions.Select(mention => mention.DeepClone())]),
        };
        return ActivityReader.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())).Activity!;
    }

    private static JsonObject Bot(string name, string? text) => Person("28:app", name, text);

    private static JsonObject Person(string id, string name, string? text) => new()
    {
        ["type"] = "mention",
        ["text"] = text,
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
    };
}
