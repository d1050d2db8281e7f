using System.Net;
using System.Text;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Tests.Rituals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Somebody's data as files in their own OneDrive, and as text where that can't be done.</summary>
internal sealed class MyDataFileTests : OwnChatTests
{
    private static readonly Texts Dutch = Texts.For("nl");

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(2, organisation => organisation with
    {
        People = [.. organisation.People.Select((person, index) => index == 0 ? person with { Name = "<b>An'na & \u202e\"</b>" } : person)],
    });

    [Test]
    public async Task Files_Allowed_AreAPageAndItsJsonInTheOwnOneDrive()
    {
        await FirstRound.MeetAsync(World, Anna, Bas, aiUse: true);
        var row = await World.ParticipantAsync(Anna);
        var requests = await OfferAsync();
        Assert.That(requests.Select(request => request.Asks!.Name), Is.EqualTo(new[]
        {
            "Mijn gegevens bij TeamsConnectBot.html", "Mijn gegevens bij TeamsConnectBot.json",
        }));
        Assert.That(Card(), Does.Contain("Hieronder vraagt Teams").And.Contain("Stuur het als tekst"));
        foreach (var request in requests)
        {
            Assert.That(await AllowAsync(Anna, request), Is.EqualTo(200));
        }

        var files = World.Tenant.Tenant.Drives.Files;
        Assert.That(files.Select(file => file.Owner), Is.All.EqualTo(Anna));
        var (page, json) = (Encoding.UTF8.GetString(files[0].Content), Encoding.UTF8.GetString(files[1].Content));
        var data = JsonNode.Parse(json)!["data"]!.AsObject();
        Assert.That(
            data.Select(table => table.Key),
            Is.SupersetOf(new[] { "Participants", "Consents", "Invitations", "Members", "Connections" }));

        // Everything in the JSON is on the page, each row with each of its columns; the person's own number once.
        var texts = ReadablePageTests.TextsOf("nl");
        foreach (var (table, rows) in data)
        {
            foreach (var (column, label) in rows![0]!.AsObject().Select(pair => (pair.Key, texts.Columns[$"{table}.{pair.Key}"])))
            {
                var times = WebUtility.HtmlDecode(page).Split($"<dt>{label}</dt>").Length - 1;
                Assert.That(times, Is.GreaterThanOrEqualTo(column == "PersonId" ? 1 : rows.AsArray().Count), $"{table}.{column}");
            }
        }

        Assert.That(
            page,
            Does.StartWith("<!DOCTYPE html>").And.Contain("<html lang=\"nl\">").And.Contain("&lt;b&gt;An").And.Contain(row.PersonId)
                .And.Contain("maandag 2 maart 2026, 07:00").And.Contain("Europe/Amsterdam").And.Contain("Je doet mee sinds"));
        foreach (var text in new[] { page, json })
        {
            Assert.That(text, Does.Not.Contain("<b>").And.Not.Contain("<script").And.Not.Contain(row.Nonce));
            Assert.That(text, Does.Not.Contain(Bas.Name).And.Not.Contain(Bas.Mail!).And.Not.Contain(Bas.ObjectId.ToString()));
        }

        // The questions are gone, and each file is shown with the words that it is the person's own.
        Assert.That(World.FileRequests(Anna), Is.Empty);
        Assert.That(
            World.FromBot(Anna).Where(message => message.File is not null).Select(message => message.Text),
            Is.EqualTo(new[] { Dutch.MyDataFile.Stored, Dutch.MyDataFile.Stored }));
        Assert.That(World.FromBot(Anna).Select(message => message.Text ?? ""), Has.None.Contains("```"));
        Assert.That(World.Log.All, Has.None.Contains("/onedrive/").And.None.Contains(row.Nonce));
        Assert.That(World.Tenant.Tenant.Remarks.All, Is.Empty);
    }

    [Test]
    public async Task Allowing_TwiceAtOnceAndLater_StoresAndSaysItOnce()
    {
        await World.JoinAsync(Anna);
        var page = (await OfferAsync())[0];
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AllowAsync(Anna, page)));
        var messages = World.FromBot(Anna).Count;

        await AllowAsync(Anna, page);
        await World.Tenant.Teams.DeclineFileAsync(Anna, page);
        await World.Clock.QuietAsync(default);

        Assert.That(World.Tenant.Tenant.Drives.Files, Has.Count.EqualTo(1));
        Assert.That(World.FromBot(Anna), Has.Count.EqualTo(messages));
    }

    [Test]
    public async Task OldQuestion_AfterErasingOrFromSomebodyElse_UploadsNothing()
    {
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
        var page = (await OfferAsync())[0];
        await AllowAsync(Bas, page);
        Assert.That(CardText.Of(World.FromBot(Bas)[^1].CardJson), Does.Contain(Dutch.State.Gone.Heading));

        await World.EraseAsync(Anna);
        await AllowAsync(Anna, page);
        Assert.That(Card(), Does.Contain(Dutch.State.Gone.Heading));
        Assert.That(await World.ReadAsync(db => db.Participants.CountAsync(row => row.PersonId == Anna.ObjectId.ToString())), Is.Zero);

        await World.SayAsync(Anna, "hallo");
        await AllowAsync(Anna, page);
        Assert.That(Card(), Does.Contain(Dutch.State.Gone.Heading), "the card is from before the erasure");
        Assert.That(World.Tenant.Tenant.Drives.Files, Is.Empty);
    }

    [TestCase(429, FileOutcome.Busy)]
    [TestCase(503, FileOutcome.Busy)]
    [TestCase(200, FileOutcome.Busy)]
    [TestCase(404, FileOutcome.Expired)]
    [TestCase(507, FileOutcome.Full)]
    public async Task Upload_ThatFails_IsSaidAndCanBeTriedAgain(int status, FileOutcome outcome)
    {
        await World.JoinAsync(Anna);
        var page = (await OfferAsync())[0];
        _ = status == 200 ? World.Tenant.Faults.Html("/onedrive/*") : World.Tenant.Faults.Refuse("/onedrive/*", status, "0.01");
        Assert.That(await AllowAsync(Anna, page), Is.EqualTo(200));
        Assert.That(
            Card(), Does.Contain(Dutch.MyDataFile.NotThere).And.Contain(EnumTexts.Of<string>(Dutch.MyDataFile, outcome))
                .And.Contain(Dutch.MyDataFile.NothingLost));
        Assert.That(World.Tenant.Tenant.Drives.Files, Is.Empty);

        World.Tenant.Faults.Clear();
        await World.ClickAsync(Anna, Verbs.ExportMyData);
        await AllowAsync(Anna, World.FileRequests(Anna)[^2]);
        Assert.That(Encoding.UTF8.GetString(World.Tenant.Tenant.Drives.Files.Single().Content), Does.Contain("</html>"));
    }

    [TestCase("https://attacker.example/upload")]
    [TestCase("http://127.0.0.1:1/upload")]
    [TestCase("https://sharepoint.com.attacker.example/upload")]
    [TestCase("file:///etc/passwd")]
    [TestCase("not an address")]
    public async Task Upload_ToAnAddressThatIsNotOneDrives_IsNotSent(string address)
    {
        await World.JoinAsync(Anna);
        await World.Tenant.Teams.AllowFileAsync(Anna, (await OfferAsync())[0], address);
        await World.Clock.QuietAsync(default);

        Assert.That(Card(), Does.Contain(Dutch.MyDataFile.Refused));
        Assert.That(World.Log.All, Has.None.Contains(address));
    }

    [Test]
    public async Task Declined_OffersTheSameAsText_AndOnlyForThePage()
    {
        await World.JoinAsync(Anna);
        var requests = await OfferAsync();
        await World.Tenant.Teams.DeclineFileAsync(Anna, requests[1]);
        await World.Clock.QuietAsync(default);
        Assert.That(World.FileRequests(Anna), Has.Count.EqualTo(1));
        await World.Tenant.Teams.DeclineFileAsync(Anna, requests[0]);
        await World.Clock.QuietAsync(default);
        Assert.That(Card(), Does.Contain(Dutch.MyDataFile.NothingSent).And.Not.Contain(Dutch.MyDataFile.Again));

        await World.ClickAsync(Anna, Verbs.ExportMyDataAsText);
        Assert.That(World.FromBot(Anna)[^1].Text, Does.StartWith("```json"));
        Assert.That(World.Tenant.Tenant.Drives.Files, Is.Empty);
    }

    [Test]
    public async Task Package_WithoutFiles_GivesText()
    {
        World.Tenant.Options.SupportsFiles = false;
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "mijn gegevens");

        Assert.That(CardText.Of(await World.ClickAsync(Anna, Verbs.ExportMyData)), Does.Contain(Dutch.MyData.NoFiles));
        Assert.That(World.FromBot(Anna)[^1].Text, Does.StartWith("```json"));
        Assert.That(World.FileRequests(Anna), Is.Empty);
    }

    [Test]
    public async Task Answer_ThatMakesNoSense_ChangesNothing()
    {
        await World.JoinAsync(Anna);
        var page = (await OfferAsync())[0];
        var messages = World.FromBot(Anna).Count;
        foreach (var value in new[] { "null", "\"text\"", "{}", """{"action":"burn"}""", """{"action":5}""" })
        {
            await World.Tenant.Channel.SendAsync(
                World.Tenant.Tenant.Chats.Of(Anna),
                new JsonObject
                {
                    ["type"] = "invoke", ["name"] = "fileConsent/invoke", ["replyToId"] = page.Id, ["value"] = JsonNode.Parse(value),
                },
                default);
        }

        await World.Clock.QuietAsync(default);
        Assert.That(World.FromBot(Anna), Has.Count.EqualTo(messages));
        Assert.That(World.FileRequests(Anna), Has.Count.EqualTo(2), "the questions can still be answered");
    }

    private string Card() => CardText.Of(World.FromBot(Anna).Last(message => message.CardJson is not null).CardJson);

    private async Task<IReadOnlyList<ChatMessage>> OfferAsync()
    {
        await World.SayAsync(Anna, "mijn gegevens");
        await World.ClickAsync(Anna, Verbs.ExportMyData);
        return World.FileRequests(Anna);
    }

    private async Task<int> AllowAsync(Person person, ChatMessage request)
    {
        var status = await World.Tenant.Teams.AllowFileAsync(person, request);
        await World.Clock.QuietAsync(default);
        return status;
    }
}
