using System.Net;
using static TeamsConnectBot.Tests.Admin.NewRule;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>A rule's form reports invalid values in plain words, in the reader's language, at the field.</summary>
internal sealed class RuleFormTests : AdminTests
{
    private const string Known = "/admin/rules/newcomers-first-month";

    [TestCase("everybody", "Dit id bestaat al: de regel ‘Iedereen die meedoet’ heeft het.")]
    [TestCase("new", "‘new’ kan geen id zijn")]
    [TestCase("Verkoop!", "Kies een kort id van kleine letters, cijfers en streepjes")]
    [TestCase("", "Kies een kort id")]
    public async Task New_WithAnInvalidId_SaysSoAtTheField_KeepsTheForm_AndLeavesOtherRulesUnchanged(string id, string says)
    {
        var admin = await SignedInAsync(Admin, "nl");
        var answer = await admin.PostAsync(New + "?handler=Save", await FilledAsync(admin, ("Form.Id", id)));
        var again = await admin.PostAsync(New + "?handler=Save", PageForm.Fields(answer.Body, "handler=Save"));

        Assert.Multiple(async () =>
        {
            Assert.That(answer.NoteAt("Id"), Does.Contain(says));
            Assert.That(answer.Text, Does.Contain("Het concept is niet bewaard."));
            Assert.That(again.NoteAt("Id"), Does.Contain(says), "saving the refused form again must be refused as well");
            Assert.That(answer.Body, Does.Contain("value=\"Verkoop\"").And.Contain(">Omdat.<").And.Not.Contain("handler=Publish"));
            Assert.That(answer.Text, Does.Not.Contain("Iemand anders bewaarde"));
            Assert.That((await admin.OpenAsync("/admin/rules/everybody")).Text, Does.Not.Contain("Er is een concept"));
        });
    }

    [Test]
    public async Task New_OpenedByAReader_SaysThatTheyHaveNoAccess()
    {
        var answer = await (await SignedInAsync(Reader, "nl")).OpenAsync(New);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer.Text, Does.Contain("Hier kun je niet bij"));
    }

    [TestCase("Form.Numbers[cadenceWeeks]", "", "cadenceWeeks", "Vul bij ‘Weken tussen twee uitnodigingen’ een getal van 0 tot 26 in.")]
    [TestCase("Form.Numbers[order]", "1e9", "order", "Vul bij ‘Volgorde (laagste gaat voor)’ een getal van 1 tot 1000 in.")]
    [TestCase("Form.Weights[contact]", "2000", "weights-contact", "Vul bij ‘Tijd sinds een contact’ een getal van 0 tot 1000 in.")]
    [TestCase("Form.QuietFrom", "23:00", "QuietTo", "Vul bij ‘Stil tot’ een tijd in")]
    [TestCase("Form.QuietTo", "25:00", "QuietTo", "Vul bij ‘Stil tot’ een tijd in")]
    [TestCase("Form.QuietTo", "25:00", "QuietFrom", "Vul bij ‘Stil vanaf’ een tijd in")]
    [TestCase("Form.NameEn", "", "NameEn", "Vul bij ‘Naam in het Engels’ een tekst in")]
    [TestCase("Form.WhyNl", "a\nb", "WhyNl", "op één regel en hoogstens 300 tekens")]
    [TestCase("Form.Offer", "bier", "Offer", "Kies bij ‘Wat wordt aangeboden’ iets uit de lijst.")]
    [TestCase(
        "Form.UnknownStandsFor", "x", "weights-unknownStandsFor",
        "Kies bij ‘Wie niets over AI vertelt, telt als’ iets uit de lijst.")]
    public async Task Field_Invalid_SaysInPlainDutchWhatToFillIn(string field, string value, string at, string says)
    {
        var admin = await SignedInAsync(Admin, "nl");
        var fields = PageForm.Fields((await admin.OpenAsync(Known)).Body, "handler=Save", (field, value));

        var saved = await admin.PostAsync(Known + "?handler=Save", fields);
        var check = await admin.PostAsync(Known + "?handler=Check", fields);

        Assert.Multiple(() =>
        {
            Assert.That(saved.NoteAt(at), Does.Contain(says));
            Assert.That(saved.Body, Does.Match($"id=\"{at}\"[^>]*aria-invalid=\"true\""));
            Assert.That(check.Text, Does.Contain(says).And.Not.Match(Technical));
            Assert.That(check.Body, Does.Contain($"data-field=\"{at}\""));
        });
    }

    [Test]
    public async Task Sentence_HasPartsThatLinkToTheirFields_AndIsTheSameInTheList()
    {
        const string people = "mensen die de meeste dagen met AI werken (of daar niets over vertellen)";
        var admin = await SignedInAsync(Admin, "nl");
        var page = await admin.OpenAsync("/admin/rules/ai-week-coffee");
        var list = await admin.OpenAsync("/admin/rules");

        Assert.That(list.Text, Does.Contain($"Vraag {people}, voor koffie, hooguit eens per week via deze regel."));
        Assert.That(
            WebUtility.HtmlDecode(page.Body), Does.Contain(
                $"<p class=\"sentence\">Vraag <a href=\"#conditions\">{people}</a>, <a href=\"#Offer\">voor koffie</a>, "
                + "<a href=\"#cadenceWeeks\">hooguit eens per week via deze regel</a>.</p>"));
        foreach (var field in new[] { "conditions", "Offer", "cadenceWeeks", "pools", "QuietFrom" })
        {
            Assert.That(page.Body, Does.Contain($"id=\"{field}\""));
        }
    }

    [Test]
    public async Task Published_AwaitingTheCouncil_IsAmberAndSaysWhatHappensNext_UntilItIsDecided()
    {
        const string address = "/admin/rules/remote-and-rarely-met";
        var admin = await SignedInAsync(Admin, "nl");
        await admin.PostAsync(address + "?handler=Save", PageForm.Fields(
            (await admin.OpenAsync(address)).Body, "handler=Save", ("Form.Numbers[order]", "301")));
        var published = await admin.OpenAsync((await admin.SubmitAsync(await admin.OpenAsync(address), "handler=Publish")).Location!);
        var later = await admin.OpenAsync(address);
        var log = await (await SignedInAsync(WorksCouncil, "nl")).OpenAsync("/admin/log");

        Assert.That(published.Body, Does.Not.Contain("note good").And.Contain("note warn waits"));
        foreach (var page in new[] { published, later })
        {
            Assert.That(
                page.Text, Does.Contain("Versie 2 wacht op de ondernemingsraad").And.Contain("Tot de beslissing doet deze regel niets."));
        }

        Assert.That(log.Text, Does.Contain("Vraag mensen die 3 weken of langer niemand via de bot troffen"));
    }

    [Test]
    public async Task Draft_OfANewRule_IsDescribedInSentences_AndOfAnExistingRuleByItsChanges()
    {
        var admin = await SignedInAsync(Admin, "nl");
        await admin.PostAsync(New + "?handler=Save", await FilledAsync(
            admin, ("Form.Id", "told-in-sentences"), ("Form.Conditions[0].Key", "bandAtLeast"), ("Form.Conditions[0].Value", "soms")));
        await admin.PostAsync(Known + "?handler=Save", PageForm.Fields(
            (await admin.OpenAsync(Known)).Body, "handler=Save", ("Form.Conditions[1].Key", "departmentIn"),
            ("Form.Conditions[1].Value", "Sales")));

        var fresh = (await admin.OpenAsync("/admin/rules/told-in-sentences")).Text;
        var changed = (await admin.OpenAsync(Known)).Text;

        Assert.That(
            fresh,
            Does.Contain("Er is een concept").And.Contain(
                "mensen die soms of vaker met AI werken (of daar niets over vertellen)").And.Not.Match(Technical));
        Assert.That(fresh, Does.Not.Contain("niets →").And.Not.Contain("{"));
        Assert.That(changed, Does.Contain(
            "voorwaarden: mensen die hooguit 30 dagen geleden begonnen → "
            + "mensen van afdeling Sales die hooguit 30 dagen geleden begonnen"));
    }

    [Test]
    public async Task Preview_OfWhyThis_ShowsReasonsThatFitTheRule()
    {
        var ai = (await (await SignedInAsync(Admin, "nl")).OpenAsync("/admin/rules/ai-week-coffee")).Text;
        var distant = (await (await SignedInAsync(WorksCouncil, "nl")).OpenAsync("/admin/rules/remote-and-rarely-met")).Text;

        Assert.That(ai, Does.Contain("Je werkte de laatste twee weken op de meeste dagen met AI."));
        Assert.That(ai, Does.Contain("You worked with AI on most days of the last two weeks."));
        Assert.That(distant, Does.Contain("Het was 30 dagen geleden dat je via ons iemand sprak."));
        Assert.That(ai + distant, Does.Not.Contain("Niets bijzonders"));
    }

    [Test]
    public async Task Published_AwaitingTheCouncil_ListsEachNewUseOfData()
    {
        const string address = "/admin/rules/long-time-no-contact";
        var admin = await SignedInAsync(Admin, "nl");
        await admin.PostAsync(address + "?handler=Save", PageForm.Fields(
            (await admin.OpenAsync(address)).Body, "handler=Save", ("Form.Conditions[1].Key", "bandAtLeast"),
            ("Form.Conditions[1].Value", "soms"), ("Form.Numbers[groupMinimum]", "5")));

        var refused = await admin.OpenAsync((await admin.SubmitAsync(await admin.OpenAsync(address), "handler=Publish")).Location!);
        await admin.PostAsync(address + "?handler=Save", PageForm.Fields(
            refused.Body, "handler=Save", ("Form.Conditions[1].Key", "officeDaysAtLeast"), ("Form.Conditions[1].Value", "2")));
        var published = await admin.OpenAsync((await admin.SubmitAsync(await admin.OpenAsync(address), "handler=Publish")).Location!);

        Assert.That(refused.Text, Does.Contain("Kies alleen groepen met 25 mensen of meer.").And.Not.Match(Technical));
        Assert.That(published.Text, Does.Contain("wacht op de ondernemingsraad").And.Not.Contain(".;"));
        Assert.That(published.Body, Does.Match(@"<ul class=""bullets"">\s*<li>Gebruikt voortaan [^<]+\.</li>\s*<li>"));
    }
}
