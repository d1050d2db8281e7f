using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Admin.Organisation;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Holidays, contacts and own texts: who changes them, and where they show.</summary>
internal sealed class OrganisationPagesTests : AdminTests
{
    [Test]
    public async Task Holiday_Added_IsListedInBothLanguages_AndCanGoAgain()
    {
        var admin = await SignedInAsync(Admin);

        await admin.SubmitAsync(await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-04-27"), ("nl", "Koningsdag"), ("en", "King's Day"));
        var listed = await admin.OpenAsync("/admin/holidays");
        await admin.PostAsync("/admin/holidays?handler=Remove", PageForm.Fields(listed.Body, "handler=Remove", ("day", "2026-04-27")));

        Assert.That(listed.Text, Does.Contain("27 April 2026").And.Contain("Koningsdag").And.Contain("King's Day"));
        Assert.That((await admin.OpenAsync("/admin/holidays")).Text, Does.Not.Contain("Koningsdag"));
    }

    [Test]
    public async Task Holidays_ThePage_ShowsThePublicOnesThatCount()
    {
        var admin = await SignedInAsync(Admin);

        Assert.That((await admin.OpenAsync("/admin/holidays")).Text, Does.Contain("25 December 2026").And.Contain("Christmas Day").And.Contain("NL"));
    }

    [TestCase("2026-02-30", "x", "x")]
    [TestCase("", "x", "x")]
    [TestCase("2026-04-27", " ", "x")]
    [TestCase("2026-04-27", "x", "a\nb")]
    [TestCase("-0044-03-15", "x", "x")]
    [TestCase("9999-12-31", "x", "x")]
    public async Task Holiday_NotFilledIn_IsRefusedWithWhatToDo(string day, string nl, string en)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.SubmitAsync(await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", day), ("nl", nl), ("en", en));

        Assert.That((await admin.OpenAsync(answer.Location!)).Text, Does.Contain("Fill in a day and a name in both languages."));
    }

    [Test]
    public async Task Contacts_SavedOnThePage_AreWhatHelpShows_AndAnEmptyListBringsBackTheSettings()
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
    public async Task Text_InOwnWords_IsOnTheCards_AndCanGoBack()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");

        await admin.PostAsync("/admin/texts?handler=Set", Text(page, "offers.coffee.question", "Een bakkie met een collega?"));
        var changed = await admin.OpenAsync("/admin/texts?language=nl");
        await admin.PostAsync("/admin/texts?handler=Set", Text(page, "offers.coffee.question", "weg ermee", reset: true));

        Assert.That(changed.Text, Does.Contain("Een bakkie met een collega?").And.Contain("Shipped: Koffie met een collega?"));
        Assert.That((await admin.OpenAsync("/admin/texts?language=nl")).Text, Does.Not.Contain("bakkie"));
    }

    [TestCase("offers.coffee.with", "Koffie met iemand", "Keep the parts in braces")]
    [TestCase("offers.coffee.question", "", "The text is empty.")]
    [TestCase("offers.coffee.question", "[Koffie](https://evil.example)?", "write plain words")]
    [TestCase("offers.coffee.question", "Koffie? Zie https://evil.example", "write plain words")]
    [TestCase("offers.coffee.question", "Koffie? Zie www.evil.example", "write plain words")]
    [TestCase("offers.coffee.question", "Koffie? Mail koffie@evil.example", "write plain words")]
    [TestCase("offers.coffee.question", "<a href='x'>Koffie</a>", "write plain words")]
    [TestCase("offers.coffee.with", "**Koffie** met {names}", "write plain words")]
    [TestCase("offers.coffee.with", "Koffie met [{names}][1]", "write plain words")]
    [TestCase("contacts.heading", "# Liever een mens?", "write plain words")]
    public async Task Text_ThatWouldBreakACard_IsRefused(string key, string text, string says)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync("/admin/texts?handler=Set", Text(await admin.OpenAsync("/admin/texts?language=nl"), key, text));

        Assert.That((await admin.OpenAsync(answer.Location!)).Text, Does.Contain(says));
    }

    [Test]
    public async Task Text_WithALink_SavedBefore_IsNotOnTheCards()
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

        // What breaks them apart is a mark that nobody sees.
        Assert.That(help, Does.Contain(@"[Dr. Vos]\u2060(https:\u2060//evil.example)").Or.Contain("[Dr. Vos]\u2060(https:\u2060//evil.example)"));
        Assert.That(help, Does.Contain(@"https:\u2060//evil.example of www\u2060.evil.example").Or.Contain("https:\u2060//evil.example of www\u2060.evil.example"));
    }

    [TestCase("Dr.\nVos", "06")]
    [TestCase("Dr. Vos", "06\t12")]
    public async Task Contact_WithControlCharacters_IsRefused(string name, string reach)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync("/admin/contacts?handler=Save", Save(await admin.OpenAsync("/admin/contacts"), name, reach));

        Assert.That((await admin.OpenAsync(answer.Location!)).Text, Does.Contain("Each contact needs a name"));
    }

    [Test]
    public async Task Text_OfAPromiseOrAConsent_CannotBeChanged([Values("welcome.read", "invitation.promise", "invitation.summary")] string key)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync("/admin/texts?handler=Set", Text(await admin.OpenAsync("/admin/texts?language=nl"), key, "We lezen alles."));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Change_ByTheWorksCouncilOrAReader_IsRefused([Values("/admin/holidays?handler=Set", "/admin/contacts?handler=Save", "/admin/texts?handler=Set")] string path, [Values] bool council)
    {
        var visitor = await SignedInAsync(council ? WorksCouncil : Reader);
        var token = PageForm.Fields((await visitor.OpenAsync("/admin")).Body, "handler=Out")["__RequestVerificationToken"];

        var answer = await visitor.PostAsync(path, new Dictionary<string, string> { ["__RequestVerificationToken"] = token });

        Assert.That((await visitor.OpenAsync(answer.Location!)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task EveryChange_StandsInTheLog_WhichIsWholeAndNotForReaders()
    {
        var admin = await SignedInAsync(Admin);
        await admin.SubmitAsync(await admin.OpenAsync("/admin/holidays"), "handler=Set", ("day", "2026-12-25"), ("nl", "Kerst"), ("en", "Christmas"));

        var log = await (await SignedInAsync(WorksCouncil)).OpenAsync("/admin/log");
        var export = await admin.SubmitAsync(await admin.OpenAsync("/admin/log"), "handler=Export");

        Assert.Multiple(async () =>
        {
            Assert.That(log.Text, Does.Contain("The log is whole").And.Contain("changed a setting").And.Contain("Kerst / Christmas").And.Contain(Admin.Name));
            Assert.That(export.Body, Does.Contain("\"action\":\"LogExported\"").And.Contain("\"hash\""));
            Assert.That((await (await SignedInAsync(Reader)).OpenAsync("/admin/log")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });
    }

    [Test]
    public async Task StopEverything_ByTheCouncil_IsLiftedByThemAlone()
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

    private static Dictionary<string, string> Save(Answer page, string name, string reach) =>
        PageForm.Fields(page.Body, "handler=Save", ("name", name), ("reach", reach));

    private static Dictionary<string, string> Text(Answer page, string key, string text, bool reset = false) =>
        PageForm.Fields(page.Body, "handler=Set", ("language", "nl"), ("key", key), ("text", text), ("reset", reset ? "true" : "false"));
}
