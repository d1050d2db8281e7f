using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page with the people to turn to instead of the bot, and where they appear.</summary>
internal sealed class ContactsPageTests : AdminTests
{
    // Of the people without a role, the first reads Dutch and the second English.
    protected override int People => 5;

    protected override OrganisationData Change(OrganisationData organisation) =>
        organisation with { People = organisation.People.SetItem(1, organisation.People[1] with { Language = "en-GB" }) };

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
        await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), "", ""));

        Assert.That(preview.Text, Does.Contain("Dr. Vos : dokter@voorbeeld.nl"));
        Assert.That(help, Does.Contain("Dr. Vos").And.Not.Contain("Samira"));
        Assert.That(await World.SayAsync(person, "hulp"), Does.Contain("Samira"));
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
    public async Task Contact_WithALink_IsShownAsText()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/contacts");

        await admin.PostAsync(
            "/admin/contacts?handler=Save", Save(page, "[Dr. Vos](https://evil.example)", "https://evil.example of www.evil.example"));
        await World.InstallAsync(Nobody);
        var help = await World.SayAsync(Nobody, "hulp");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), "", ""));

        // An invisible character keeps clients from turning the text into a link.
        Assert.That(
            help, Does.Contain(@"[Dr. Vos]\u2060(https:\u2060//evil.example)").Or.Contain("[Dr. Vos]\u2060(https:\u2060//evil.example)"));
        Assert.That(
            help,
            Does.Contain(@"https:\u2060//evil.example of www\u2060.evil.example")
                .Or.Contain("https:\u2060//evil.example of www\u2060.evil.example"));
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
        await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), "", ""));

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
        await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), "", ""));

        Assert.That(preview.Split("Dr. Vos : 06 12"), Has.Length.EqualTo(3), "the contact must be listed once in each language");
    }

    [Test]
    public async Task NationalLine_Ticked_IsAContactInBothLanguages_AndOnceOnEveryCard()
    {
        var admin = await SignedInAsync(Admin);
        var person = World.People.First(person => person.Language.StartsWith("nl", StringComparison.Ordinal));
        var page = await admin.OpenAsync("/admin/contacts");
        var fields = Save(page, "Bedrijfsarts", "kamer 2.14");

        await admin.PostAsync("/admin/contacts?handler=Save", new Dictionary<string, string>(fields) { ["line"] = "0" });
        var after = await admin.OpenAsync("/admin/contacts");
        await World.InstallAsync(person);
        var help = await World.SayAsync(person, "hulp");
        var despair = await World.SayAsync(person, "ik zie het niet meer zitten");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(after, "", ""));

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("113 Suicide Prevention (Netherlands)"));
            Assert.That(page.Body, Does.Contain("name=\"line\" value=\"0\""));
            Assert.That(after.Body, Does.Contain("value=\"113 Zelfmoordpreventie\"").And.Not.Contain("name=\"line\" value=\"0\""));
            Assert.That(after.Text, Does.Contain("113 Suicide Prevention (Netherlands) : call 113"));
            Assert.That(help, Does.Contain("113 Zelfmoordpreventie").And.Contain("Bedrijfsarts"));
            Assert.That(despair.Split("113 Zelfmoordpreventie"), Has.Length.EqualTo(2), "the line must be named once");
        });
    }

    [Test]
    public async Task Contacts_ChangedInAnotherTab_AreNotOverwrittenUnseen()
    {
        var admin = await SignedInAsync(Admin);
        var (first, second) = (await admin.OpenAsync("/admin/contacts"), await admin.OpenAsync("/admin/contacts"));

        await admin.PostAsync("/admin/contacts?handler=Save", Save(first, "Dr. Vos", "06 12"));
        var refused = await admin.PostAsync("/admin/contacts?handler=Save", Save(second, "Dr. Haas", "06 34"));
        var between = await admin.OpenAsync("/admin/contacts");
        await admin.PostAsync("/admin/contacts?handler=Save", PageForm.Fields(refused.Body, "handler=Save", ("name", "Dr. Haas")));
        var after = await admin.OpenAsync("/admin/contacts");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(after, "", ""));

        Assert.That(refused.Text, Does.Contain("The list was not saved: somebody else, or you in another tab, changed it meanwhile."));
        Assert.That(refused.Body, Does.Contain("value=\"Dr. Haas\""), "what was typed must stay");
        Assert.That(between.Body, Does.Contain("value=\"Dr. Vos\""));
        Assert.That(after.Body, Does.Contain("value=\"Dr. Haas\"").And.Not.Contain("Dr. Vos"), "saving again is allowed");
    }

    [TestCase("Preview", "06 34")]
    [TestCase("Save", "")]
    public async Task Contacts_ChangedInAnotherTab_ThenPreviewedOrCorrected_AreNotOverwrittenUnseen(string handler, string reach)
    {
        var admin = await SignedInAsync(Admin);
        var (first, second) = (await admin.OpenAsync("/admin/contacts"), await admin.OpenAsync("/admin/contacts"));

        await admin.PostAsync("/admin/contacts?handler=Save", Save(first, "Dr. Vos", "06 12"));
        var shown = await admin.PostAsync($"/admin/contacts?handler={handler}", Save(second, "Dr. Haas", reach));
        var refused = await admin.PostAsync("/admin/contacts?handler=Save", Save(shown, "Dr. Haas", "06 34"));
        var between = await admin.OpenAsync("/admin/contacts");
        var saved = await admin.PostAsync("/admin/contacts?handler=Save", Save(refused, "Dr. Haas", "06 34"));
        await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), "", ""));

        Assert.That(shown.Text, Does.Not.Contain("changed it meanwhile"));
        Assert.That(refused.Text, Does.Contain("The list was not saved: somebody else, or you in another tab, changed it meanwhile."));
        Assert.That(between.Body, Does.Contain("value=\"Dr. Vos\""));
        Assert.That(saved.Location, Is.EqualTo("/admin/contacts"), "saving again after that message is allowed");
    }

    [Test]
    public async Task Contacts_ChangedByAnotherInstance_AreNotOverwrittenUnseen()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/contacts");
        await World.WriteAsync(async db =>
        {
            db.HumanContacts.Add(new HumanContactRow
            {
                Id = Guid.CreateVersion7(World.Clock.Now), Position = 0, Name = "Dr. Vos", Reach = "06 12",
            });
            await db.SaveChangesAsync();
        });

        var refused = await admin.PostAsync("/admin/contacts?handler=Save", Save(page, "Dr. Haas", "06 34"));
        var between = await admin.OpenAsync("/admin/contacts");
        await admin.PostAsync("/admin/contacts?handler=Save", Save(between, "", ""));

        Assert.That(refused.Text, Does.Contain("changed it meanwhile."), "what this instance has cached must not count");
        Assert.That(between.Body, Does.Contain("value=\"Dr. Vos\""));
    }

    private static Dictionary<string, string> Save(PageResponse page, string name, string reach) =>
        PageForm.Fields(page.Body, "handler=Save", ("name", name), ("nameEn", ""), ("reach", reach), ("reachEn", ""));
}
