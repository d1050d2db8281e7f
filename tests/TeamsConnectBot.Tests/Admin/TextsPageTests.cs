using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page with the cards' own words: what may be changed, and when it is on the cards.</summary>
internal sealed class TextsPageTests : AdminTests
{
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
    public async Task Text_ChangedInAnotherTab_IsNotOverwrittenUnseen()
    {
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");

        await admin.PostAsync("/admin/texts?handler=Set", Coffee(page, "Een bakkie met een collega?"));
        var answer = await admin.PostAsync("/admin/texts?handler=Set", Coffee(page, "Een kopje met een collega?"));
        var between = FieldOf(await admin.OpenAsync("/admin/texts?language=nl"), "offers.coffee.question");
        var used = await admin.PostAsync("/admin/texts?handler=Set", Coffee(answer, "Een kopje met een collega?"));
        await admin.PostAsync("/admin/texts?handler=Set", Text(page, "offers.coffee.question", "weg ermee", reset: true));

        Assert.That(answer.Text, Does.Contain("This text was meanwhile changed to: Een bakkie met een collega?"));
        Assert.That(FieldOf(answer, "offers.coffee.question"), Is.EqualTo("Een kopje met een collega?"));
        Assert.That(between, Is.EqualTo("Een bakkie met een collega?"));
        Assert.That(used.Location, Is.EqualTo("/admin/texts?language=nl"), "using it after that message is allowed");

        static Dictionary<string, string> Coffee(PageResponse page, string text) =>
            PageForm.Fields(page.Body, "handler=Set", ("text", text));
    }

    [TestCase("Preview", "Een kopje met een collega?")]
    [TestCase("Set", "[Koffie](https://evil.example)?")]
    public async Task Text_ChangedInAnotherTab_ThenPreviewedOrCorrected_IsNotOverwrittenUnseen(string handler, string text)
    {
        const string Key = "offers.coffee.question";
        const string Mine = "Een kopje met een collega?";
        var admin = await SignedInAsync(Admin);
        var page = await admin.OpenAsync("/admin/texts?language=nl");

        await admin.PostAsync("/admin/texts?handler=Set", Coffee(page, "Een bakkie met een collega?", null));
        var shown = await admin.PostAsync($"/admin/texts?handler={handler}", Coffee(page, text, null));
        var refused = await admin.PostAsync("/admin/texts?handler=Set", Coffee(shown, Mine, Mine));
        var between = FieldOf(await admin.OpenAsync("/admin/texts?language=nl"), Key);
        var used = await admin.PostAsync("/admin/texts?handler=Set", Coffee(refused, Mine, Mine));
        await admin.PostAsync("/admin/texts?handler=Set", Text(page, Key, "weg ermee", reset: true));

        Assert.That(refused.Text, Does.Contain("This text was meanwhile changed to: Een bakkie met een collega?"));
        Assert.That(between, Is.EqualTo("Een bakkie met een collega?"));
        Assert.That(used.Location, Is.EqualTo("/admin/texts?language=nl"), "using it after that message is allowed");

        static Dictionary<string, string> Coffee(PageResponse page, string text, string? seen)
        {
            var fields = PageForm.Fields(page.Body, "handler=Set", ("text", text));
            fields.Remove("seen");
            return seen is null ? fields : new(fields) { ["seen"] = seen };
        }
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

    // The fields are those of the page's first text, so what was in use of that one is left out.
    private static Dictionary<string, string> Text(PageResponse page, string key, string text, bool reset = false)
    {
        var fields = PageForm.Fields(
            page.Body, "handler=Set", ("language", "nl"), ("key", key), ("text", text), ("reset", reset ? "true" : "false"));
        fields.Remove("was");
        return fields;
    }
}
