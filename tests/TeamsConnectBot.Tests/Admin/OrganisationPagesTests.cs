using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Holidays, contacts and custom texts: who may change them, and where they appear.</summary>
internal sealed class OrganisationPagesTests : AdminTests
{
    // Of the people without a role, the first reads Dutch and the second English.
    protected override int People => 5;

    protected override OrganisationData Change(OrganisationData organisation) =>
        organisation with { People = organisation.People.SetItem(1, organisation.People[1] with { Language = "en-GB" }) };

    [Test]
    public async Task Holiday_Added_IsListedInBothLanguages_AndCanBeRemoved()
    {
        var admin = await SignedInAsync(Admin);

        await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-04-27"), ("nl", "Koningsdag"), ("en", "King's Day"));
        var listed = await admin.OpenAsync("/admin/holidays");
        await admin.PostAsync("/admin/holidays?handler=Remove", PageForm.Fields(listed.Body, "handler=Remove", ("day", "2026-04-27")));

        Assert.That(listed.Text, Does.Contain("27 April 2026").And.Contain("Koningsdag").And.Contain("King's Day"));
        Assert.That((await admin.OpenAsync("/admin/holidays")).Text, Does.Not.Contain("Koningsdag"));
    }

    [Test]
    public async Task HolidaysPage_ListsTheConfiguredPublicHolidays()
    {
        var admin = await SignedInAsync(Admin);

        Assert.That(
            (await admin.OpenAsync("/admin/holidays")).Text,
            Does.Contain("25 December 2026").And.Contain("Christmas Day").And.Contain("NL"));
    }

    [TestCase("2026-02-30", "x", "x")]
    [TestCase("", "x", "x")]
    [TestCase("2026-04-27", " ", "x")]
    [TestCase("2026-04-27", "x", "a\nb")]
    [TestCase("-0044-03-15", "x", "x")]
    [TestCase("9999-12-31", "x", "x")]
    public async Task Holiday_WithInvalidFields_IsRefusedSayingWhatToFillIn(string day, string nl, string en)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.SubmitAsync(await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", day), ("nl", nl), ("en", en));

        Assert.That((await admin.OpenAsync(answer.Location!)).Text, Does.Contain("Fill in a day and a name in both languages."));
    }

    [Test]
    public async Task Contacts_SavedOnThePage_AreShownByHelp_AndAnEmptyListRestoresTheSettings()
    {
        var (admin, person) = (await SignedInAsync(Admin), Nobody);
        var page = await admin.OpenAsync("/admin/contacts");
        Assert.That(page.Text, Does.Contain("These come from the service's settings."));

        await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "Dr. Vos", "dokter@voorbeeld.nl"));
        var preview = await admin.OpenAsync("/admin/contacts");
        await World.InstallAsync(person);
        var help = await World.SayAsync(person, "hulp");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "", ""));

        Assert.That(preview.Text, Does.Contain("Dr. Vos : dokter@voorbeeld.nl"));
        Assert.That(help, Does.Contain("Dr. Vos").And.Not.Contain("Samira"));
        Assert.That(await World.SayAsync(person, "hulp"), Does.Contain("Samira"));
    }

    [Test]
    public async Task Text_Customised_IsOnTheCards_AndCanBeReset()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");

        await admin.PostAsync("/admin/texts?handler=Set", Text(page, "offers.coffee.question", "Een bakkie met een collega?"));
        var changed = await admin.OpenAsync("/admin/texts?language=nl");
        await admin.PostAsync("/admin/texts?handler=Set", Text(page, "offers.coffee.question", "weg ermee", reset: true));

        Assert.That(changed.Text, Does.Contain("Een bakkie met een collega?").And.Contain("Shipped: Koffie met een collega?"));
        Assert.That((await admin.OpenAsync("/admin/texts?language=nl")).Text, Does.Not.Contain("bakkie"));
    }

    [TestCase("offers.coffee.with", "Koffie met iemand", "Put {names} into it.")]
    [TestCase("offers.coffee.with", "Koffie met {naam} en {names}", "There can be no {naam} here. What belongs in it: {names}.")]
    [TestCase("offers.coffee.question", "Met {naam}?", "There can be no {naam} here. Write plain words only.")]
    [TestCase("offers.coffee.question", "Met {naam?", "Single braces aren't possible here.")]
    [TestCase("offers.coffee.question", "", "The text is empty.")]
    [TestCase("offers.coffee.question", "Koffie\tmet iemand?", "Write the text on one line, without tabs.")]
    [TestCase("offers.coffee.question", "[Koffie](https://evil.example)?", "write plain words")]
    [TestCase("offers.coffee.question", "Koffie? Zie https://evil.example", "write plain words")]
    [TestCase("offers.coffee.question", "Koffie? Zie www.evil.example", "write plain words")]
    [TestCase("offers.coffee.question", "Koffie? Mail koffie@evil.example", "write plain words")]
    [TestCase("offers.coffee.question", "<a href='x'>Koffie</a>", "write plain words")]
    [TestCase("offers.coffee.with", "**Koffie** met {names}", "write plain words")]
    [TestCase("offers.coffee.with", "Koffie met [{names}][1]", "write plain words")]
    [TestCase("contacts.heading", "# Liever een mens?", "write plain words")]
    public async Task Text_ThatWouldBreakACard_IsRefusedAtItsField_AndStaysAsTyped(string key, string text, string says)
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");
        var before = FieldOf(page, key);

        var refused = new[] { await PostTextAsync(admin, page, "Set", key, text), await PostTextAsync(admin, page, "Preview", key, text) };

        foreach (var answer in refused)
        {
            Assert.That(answer.Text, Does.Contain("The text was not changed."));
            Assert.That(answer.NoteAt(key.Replace('.', '-')), Does.Contain(says));
            Assert.That(FieldOf(answer, key), Is.EqualTo(text.Trim()));
        }

        Assert.That(FieldOf(await admin.OpenAsync("/admin/texts?language=nl"), key), Is.EqualTo(before));
    }

    [TestCase("offers.walk.question", "Een blokje om?")]
    [TestCase("offers.lunch.with", "Aan tafel met {names}")]
    [TestCase("contacts.heading", "Liever iemand spreken?")]
    [TestCase("invitation.yes", "Graag")]
    public async Task Text_Previewed_IsShownOnItsCard_AndNotInUseUntilConfirmed(string key, string text)
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");

        var preview = await PostTextAsync(admin, page, "Preview", key, text);
        var inBetween = await admin.OpenAsync("/admin/texts?language=nl");
        var used = await PostTextAsync(admin, preview, "Set", key, text, seen: text);
        var after = await admin.OpenAsync("/admin/texts?language=nl");
        await admin.PostAsync("/admin/texts?handler=Set", Text(page, key, text, reset: true));

        Assert.Multiple(() =>
        {
            Assert.That(
                preview.Text,
                Does.Contain("It is not in use yet.").And.Contain(text.Replace("{names}", "Sam Jansen")).And.Contain("Use it now"));
            Assert.That(page.Text, Does.Not.Contain("Use it now"), "the button must appear only after a preview");
            Assert.That(FieldOf(inBetween, key), Is.Not.EqualTo(text));
            Assert.That(used.Location, Is.EqualTo("/admin/texts?language=nl"));
            Assert.That(FieldOf(after, key), Is.EqualTo(text));
        });
    }

    [Test]
    public async Task Text_ChangedAfterItsPreview_IsPreviewedAgain()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");

        var answer = await PostTextAsync(admin, page, "Set", "offers.walk.question", "Een ander blokje om?", seen: "Een blokje om?");

        Assert.That(answer.Text, Does.Contain("other words than in the preview").And.Contain("It is not in use yet."));
        Assert.That((await admin.OpenAsync("/admin/texts?language=nl")).Text, Does.Not.Contain("blokje"));
    }

    [Test]
    public async Task Text_WithALinkSavedByAnOlderVersion_IsNotOnTheCards()
    {
        await World.WriteAsync(async db =>
        {
            db.OwnTexts.Add(new OwnText { Language = "nl", Key = "contacts.heading", Text = "[Praat](https://evil.example)" });
            await db.SaveChangesAsync();
        });
        World.Services.GetRequiredService<OwnSettings>().Forget();
        await World.InstallAsync(Nobody);

        Assert.That(await World.SayAsync(Nobody, "hulp"), Does.Not.Contain("evil.example").And.Contain(Texts.For("nl").Contacts.Heading));
    }

    [Test]
    public async Task Contact_WithALink_IsShownAsText()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/contacts");

        await admin.PostAsync(
            "/admin/contacts?handler=Save", Save(page, "[Dr. Vos](https://evil.example)", "https://evil.example of www.evil.example"));
        await World.InstallAsync(Nobody);
        var help = await World.SayAsync(Nobody, "hulp");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "", ""));

        // An invisible character keeps clients from turning the text into a link.
        Assert.That(
            help, Does.Contain(@"[Dr. Vos]\u2060(https:\u2060//evil.example)").Or.Contain("[Dr. Vos]\u2060(https:\u2060//evil.example)"));
        Assert.That(
            help,
            Does.Contain(@"https:\u2060//evil.example of www\u2060.evil.example")
                .Or.Contain("https:\u2060//evil.example of www\u2060.evil.example"));
    }

    [TestCase("Dr.\nVos", "06", "name0", "on one line")]
    [TestCase("Dr. Vos", "06\t12", "reach0", "on one line")]
    [TestCase("Dr. Vos", "", "reach0", "Fill in how to reach them")]
    [TestCase("", "06 12", "name0", "Fill in who it is")]
    [TestCase("long", "06 12", "name0", "longer than 120 characters")]
    public async Task Contact_WithInvalidFields_IsRefusedAtItsField_AndStaysAsTyped(
        string name, string reach, string at, string says)
    {
        var admin = await SignedInAsync(Admin);
        name = name == "long" ? new string('x', 121) : name;

        var answer = await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), name, reach));

        Assert.That(answer.Text, Does.Contain("The list was not saved."));
        Assert.That(answer.NoteAt(at), Does.Contain(says));
        var fields = PageForm.Fields(answer.Body, "handler=Save");
        Assert.That((fields["name"], fields["reach"]), Is.EqualTo((name, reach)));
    }

    [Test]
    public async Task Contacts_MoreThanTwelve_AreRefused_AndStayAsTyped()
    {
        var admin = await SignedInAsync(Admin);
        var token = (await admin.OpenAsync("/admin/contacts")).FormToken;
        var fields = Enumerable.Range(0, 13)
            .SelectMany(row => new[] { KeyValuePair.Create("name", $"Contact {row}"), KeyValuePair.Create("reach", $"06 {row}") });

        var answer = await admin.PostAsync(
            "/admin/contacts?handler=Save", [.. fields, KeyValuePair.Create("__RequestVerificationToken", token)]);

        Assert.That(answer.Text, Does.Contain("there are at most 12 contacts"));
        Assert.That(answer.Body, Does.Contain("value=\"Contact 12\"").And.Contain("value=\"06 12\""));
    }

    [Test]
    public async Task Contact_InBothLanguages_IsShownInTheReadersLanguage()
    {
        var admin = await SignedInAsync(Admin);
        var dutchReader = World.People.First(person => person.Language.StartsWith("nl", StringComparison.Ordinal));
        var englishReader = World.People.First(person => person.Language.StartsWith("en", StringComparison.Ordinal));
        var page = await admin.OpenAsync("/admin/contacts");
        var fields = PageForm.Fields(
            page.Body, "handler=Save", ("name", "Bedrijfsarts"), ("nameEn", "Company doctor"), ("reach", "kamer 2.14"),
            ("reachEn", "room 2.14"));

        await admin.PostAsync("/admin/contacts?handler=Save", fields);
        var preview = await admin.OpenAsync("/admin/contacts");
        await World.InstallAsync(dutchReader);
        await World.InstallAsync(englishReader);
        var dutch = await World.SayAsync(dutchReader, "hulp");
        var english = await World.SayAsync(englishReader, "help");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "", ""));

        Assert.Multiple(() =>
        {
            Assert.That(preview.Text, Does.Contain("Bedrijfsarts : kamer 2.14").And.Contain("Company doctor : room 2.14"));
            Assert.That(dutch, Does.Contain("Bedrijfsarts").And.Contain("kamer").And.Not.Contain("Company doctor"));
            Assert.That(english, Does.Contain("Company doctor").And.Contain("room").And.Not.Contain("Bedrijfsarts"));
        });
    }

    [Test]
    public async Task Contact_InOneLanguage_IsShownInBoth()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/contacts");

        await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "Dr. Vos", "06 12"));
        var preview = (await admin.OpenAsync("/admin/contacts")).Text;
        await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "", ""));

        Assert.That(preview.Split("Dr. Vos : 06 12"), Has.Length.EqualTo(3), "the contact must be listed once in each language");
    }

    [Test]
    public async Task Contacts_Previewed_AreNotInUseUntilSaved()
    {
        var admin = await SignedInAsync(Admin);

        var preview = await admin.PostAsync(
            "/admin/contacts?handler=Preview", Save(await admin.OpenAsync("/admin/contacts"), "Dr. Vos", "dokter@voorbeeld.nl"));

        Assert.That(preview.Text, Does.Contain("Dr. Vos : dokter@voorbeeld.nl").And.Contain("It is not in use yet"));
        Assert.That((await admin.OpenAsync("/admin/contacts")).Text, Does.Not.Contain("Dr. Vos"));
    }

    [Test]
    public async Task Topics_SavedOnThePage_AreWhatPeopleChooseFrom_AndAnEmptyListRestoresTheShippedOnes()
    {
        var (admin, person) = (await SignedInAsync(Admin), Nobody);
        var page = await admin.OpenAsync("/admin/topics");
        Assert.That(page.Text, Does.Contain("This is the shipped list."));
        Assert.That(page.Body, Does.Contain("value=\"Sport en bewegen\""));
        var shipped = Topics(page, ("Muziek", "Music", "Music"), ("Zeilen", "Sailing", ""));

        var preview = await admin.PostAsync("/admin/topics?handler=Preview", shipped);
        Assert.That(
            preview.Text,
            Does.Contain("It is not in use yet: save the list to have it count.").And.Contain("Zeilen").And.Contain("Sailing"));
        await admin.PostAsync("/admin/topics?handler=Save", shipped);
        await World.JoinAsync(person);
        await World.SayAsync(person, "voorkeuren");
        var card = await World.ClickAsync(person, Verbs.OpenTopics);
        var keys = await World.ReadAsync(db => db.ListedTopics.OrderBy(row => row.Position).Select(row => row.Key).ToListAsync());
        var saved = await World.ClickAsync(
            person, Verbs.SaveTopics,
            new() { [Inputs.Topics] = $"{keys[1]}", [Inputs.LearnTopics] = $"{keys[0]},{keys[1]}" });
        await admin.PostAsync("/admin/topics?handler=Save", Topics(page));
        var restored = await World.ClickAsync(person, Verbs.OpenPreferences);

        Assert.Multiple(() =>
        {
            Assert.That(keys[0], Is.EqualTo("Music"), "a topic keeps its key, so that choices stay");
            Assert.That(card, Does.Contain("Zeilen").And.Not.Contain("Reizen"));
            Assert.That(saved, Does.Contain(Texts.For("nl").Preferences.Saved));
            Assert.That(restored, Does.Contain("Waarover je wilt leren: Muziek.").And.Not.Contain("Zeilen"));
        });
        Assert.That((await admin.OpenAsync("/admin/log")).Text, Does.Contain("Zeilen / Sailing"));
    }

    [TestCase("Zeilen", "", "en2", "in both languages")]
    [TestCase("?!", "Sailing", "nl2", "in both languages")]
    [TestCase("Zeilen, varen", "Sailing", "nl2", "in two rows")]
    [TestCase("Zei\tlen", "Sailing", "nl2", "on one line")]
    [TestCase("[Zeilen](https://evil.example)", "Sailing", "nl2", "write plain words")]
    [TestCase("zeer lange onderwerpen passen niet op een kaart", "Sailing", "nl2", "longer than 40 characters")]
    [TestCase("Muziek", "Sailing", "nl2", "on the list already")]
    public async Task Topic_WithInvalidFields_IsRefusedAtItsField_AndStaysAsTyped(string nl, string en, string at, string says)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync(
            "/admin/topics?handler=Save",
            Topics(await admin.OpenAsync("/admin/topics"), ("Muziek", "Music", "Music"), ("Lezen", "Reading", ""), (nl, en, "")));

        Assert.That(answer.Text, Does.Contain("The list was not saved."));
        Assert.That(answer.NoteAt(at), Does.Contain(says));
        Assert.That(WebUtility.HtmlDecode(answer.Body), Does.Contain($"value=\"{nl}\""));
        Assert.That((await admin.OpenAsync("/admin/topics")).Text, Does.Contain("This is the shipped list."));
    }

    [TestCase("2026-02-26", "26 February 2026 is in the past. Choose a day from today on.")]
    [TestCase("2020-01-01", "1 January 2020 is in the past.")]
    public async Task Holiday_InThePast_IsRefused(string day, string says)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", day), ("nl", "Oud"), ("en", "Old"));
        var page = await admin.OpenAsync(answer.Location!);

        Assert.That(page.Text, Does.Contain(says));
        Assert.That(page.Body, Does.Not.Contain(">Oud<"));
    }

    [Test]
    public async Task Text_OfAPromiseOrAConsent_CannotBeChanged(
        [Values("welcome.read", "invitation.promise", "invitation.summary")] string key)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync(
            "/admin/texts?handler=Set", Text(await admin.OpenAsync("/admin/texts?language=nl"), key, "We lezen alles."));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Change_ByTheWorksCouncilOrAReader_IsRefused(
        [Values("/admin/holidays?handler=Set", "/admin/contacts?handler=Save", "/admin/texts?handler=Set", "/admin/topics?handler=Save")]
        string path,
        [Values] bool council)
    {
        var browser = await SignedInAsync(council ? WorksCouncil : Reader);
        var token = (await browser.OpenAsync("/admin")).FormToken;

        var answer = await browser.PostAsync(path, new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

        Assert.That((await browser.OpenAsync(answer.Location!)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static List<KeyValuePair<string, string>> Topics(PageResponse page, params (string Nl, string En, string Key)[] topics) =>
    [
        .. topics.SelectMany(topic => new[]
        {
            KeyValuePair.Create("key", topic.Key), KeyValuePair.Create("nl", topic.Nl), KeyValuePair.Create("en", topic.En),
            KeyValuePair.Create("questionNl", ""), KeyValuePair.Create("questionEn", ""),
        }),
        KeyValuePair.Create("__RequestVerificationToken", page.FormToken),
    ];

    [Test]
    public async Task EveryChange_IsInTheAuditLog_WhichIsIntactAndNotForReaders()
    {
        var admin = await SignedInAsync(Admin);
        await admin.SubmitAsync(
            await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-12-25"), ("nl", "Kerst"), ("en", "Christmas"));

        var log = await (await SignedInAsync(WorksCouncil)).OpenAsync("/admin/log");
        var export = await admin.SubmitAsync(await admin.OpenAsync("/admin/log"), "handler=Export");

        Assert.Multiple(async () =>
        {
            Assert.That(log.Text, Does.Contain("The log is whole").And.Contain("changed a setting"));
            Assert.That(log.Text, Does.Contain("Kerst / Christmas").And.Contain(Admin.Name));
            Assert.That(export.Body, Does.Contain("\"action\":\"LogExported\"").And.Contain("\"hash\""));
            Assert.That((await (await SignedInAsync(Reader)).OpenAsync("/admin/log")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });
    }

    [Test]
    public async Task StopEverything_ByTheCouncil_CanBeLiftedOnlyByThem()
    {
        var (admin, council) = (await SignedInAsync(Admin), await SignedInAsync(WorksCouncil));

        await council.SubmitAsync(await council.OpenAsync("/admin"), "handler=Stop");
        var stopped = await admin.OpenAsync("/admin");
        var seen = await council.OpenAsync("/admin");
        await council.SubmitAsync(seen, "handler=Start");

        Assert.Multiple(async () =>
        {
            Assert.That(stopped.Text, Does.Contain("Everything stands still").And.Contain("Only they start it again."));
            Assert.That(stopped.Body, Does.Not.Contain("handler=Start"));
            Assert.That((await admin.OpenAsync("/admin")).Text, Does.Not.Contain("Everything stands still"));
        });
    }

    private static Dictionary<string, string> Save(PageResponse page, string name, string reach) =>
        PageForm.Fields(page.Body, "handler=Save", ("name", name), ("nameEn", ""), ("reach", reach), ("reachEn", ""));

    private static async Task<PageResponse> PostTextAsync(
        AdminBrowser admin, PageResponse page, string handler, string key, string text, string? seen = null)
    {
        var fields = Text(page, key, text);
        fields.Remove("seen");
        if (seen is not null)
        {
            fields["seen"] = seen;
        }

        return await admin.PostAsync($"/admin/texts?handler={handler}", fields);
    }

    /// <summary>The value in the field of a text.</summary>
    private static string FieldOf(PageResponse page, string key) =>
        WebUtility.HtmlDecode(
            Regex.Match(page.Body, $"<input type=\"text\" id=\"{key.Replace('.', '-')}\"[^>]*? value=\"([^\"]*)\"").Groups[1].Value);

    private static Dictionary<string, string> Text(PageResponse page, string key, string text, bool reset = false) =>
        PageForm.Fields(page.Body, "handler=Set", ("language", "nl"), ("key", key), ("text", text), ("reset", reset ? "true" : "false"));
}
