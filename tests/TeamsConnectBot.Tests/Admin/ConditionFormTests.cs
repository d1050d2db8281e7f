using System.Net;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Tests.Privacy;
using static TeamsConnectBot.Tests.Admin.NewRule;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The conditions of a rule's form: rows of words that nest in groups, and departments to choose from.</summary>
internal sealed class ConditionFormTests : AdminTests
{
    [TestCase("", "veel", false, "Key0", "Kies een voorwaarde bij ‘veel’, of maak het vak leeg.")]
    [TestCase("", "", true, "Key0", "Kies een voorwaarde bij ‘niet’, of haal het vinkje weg.")]
    [TestCase("bandAtLeast", "veel", false, "Value0", "Kies ‘soms’, ‘de meeste dagen’ of ‘bijna elke dag’.")]
    [TestCase("bandAtLeast", "", false, "Value0", "Kies ‘soms’, ‘de meeste dagen’ of ‘bijna elke dag’.")]
    [TestCase("gapMinutesAtLeast", "5", false, "Value0", "Vul hier een getal van 15 tot 480 in.")]
    [TestCase("officeDaysAtLeast", "", false, "Value0", "Vul hier een getal van 1 tot 7 in.")]
    [TestCase("departmentIn", " , ", false, "Value0", "Vul één of meer afdelingen in")]
    [TestCase("askedThemselves", "3", false, "Value0", "Bij ‘vroeg er zelf om’ hoort geen waarde.")]
    public async Task Condition_Incomplete_IsReportedAtItsRow_AndKept(
        string key, string value, bool not, string at, string says)
    {
        var admin = await SignedInAsync(Admin, "nl");

        var answer = await admin.PostAsync(New + "?handler=Save", await FilledAsync(
            admin, ("Form.Id", "half-done"), ("Form.Conditions[0].Key", key), ("Form.Conditions[0].Value", value),
            ("Form.Conditions[0].Not", not ? "true" : "false")));

        Assert.Multiple(async () =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), "the form must be shown again instead of saved");
            Assert.That(answer.NoteAt(at), Does.Contain(says));
            Assert.That(PageForm.Fields(answer.Body, "handler=Save")["Form.Conditions[0].Value"], Is.EqualTo(value));
            Assert.That((await admin.GetAsync("/admin/rules/half-done")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    [Test]
    public async Task Condition_InvalidAfterAnEmptyRow_IsReportedAtItsOwnRow()
    {
        var admin = await SignedInAsync(Admin, "nl");
        var fields = await FilledAsync(
            admin, ("Form.Conditions[0].Key", "officeDaysAtLeast"), ("Form.Conditions[0].Value", "2"), ("Form.Conditions[1].Key", ""),
            ("Form.Conditions[2].Key", "newcomerDaysAtMost"), ("Form.Conditions[2].Value", "0"));

        var check = await admin.PostAsync(New + "?handler=Check", fields);

        Assert.That(check.Body, Does.Contain("data-field=\"Value2\"").And.Not.Contain("data-field=\"Value0\""));
    }

    [TestCase("nl", "de meeste dagen")]
    [TestCase("nl", "most days")]
    [TestCase("en", "Most days ")]
    [TestCase("en", "mostDays")]
    public async Task Band_InEitherLanguage_IsUnderstood_AndShownInTheReadersLanguage(string language, string typed)
    {
        var admin = await SignedInAsync(Admin, language);
        var check = await admin.PostAsync(New + "?handler=Check", await FilledAsync(
            admin, ("Form.Id", "with-band"), ("Form.Conditions[0].Key", "bandAtLeast"), ("Form.Conditions[0].Value", typed)));
        var shipped = await admin.OpenAsync("/admin/rules/ai-week-coffee");

        Assert.That(
            check.Text,
            Does.Contain(
                language == "nl"
                    ? "die de meeste dagen met AI werken (of daar niets over vertellen)"
                    : "who work with AI most days (or tell nothing about it)"));
        Assert.That(
            PageForm.Fields(shipped.Body, "handler=Save")["Form.Conditions[0].Value"],
            Is.EqualTo(language == "nl" ? "de meeste dagen" : "most days"));
        Assert.That(shipped.Text, Does.Not.Match(Technical));
    }

    [Test]
    public async Task Department_WithoutPeople_IsWarnedAbout_AndExistingOnesAreOffered()
    {
        var admin = await SignedInAsync(Admin, "nl");
        var real = World.People.Select(person => person.Department).First(name => name is { Length: > 0 })!;
        var page = await admin.PostAsync(
            New + "?handler=Shape", await FilledAsync(admin, ("Form.Conditions[0].Key", "departmentIn")));

        var check = await admin.PostAsync(New + "?handler=Check", await FilledAsync(
            admin, ("Form.Id", "by-department"), ("Form.Conditions[0].Key", "departmentIn"),
            ("Form.Conditions[0].Value", $"{real}, Bestaatniet")));
        await admin.PostAsync(New + "?handler=Save", await FilledAsync(
            admin, ("Form.Id", "department-gone"), ("Form.Conditions[0].Key", "departmentIn"), ("Form.Conditions[0].Value", "Opgeheven")));
        var gone = await admin.OpenAsync("/admin/rules/department-gone");
        var refused = await admin.PostAsync(New + "?handler=Save", await FilledAsync(
            admin, ("Form.Id", ""), ("Form.Conditions[0].Key", "departmentIn"), ("Form.Conditions[0].Value", $"{real}, Bestaatniet")));

        Assert.Multiple(() =>
        {
            Assert.That(
                WebUtility.HtmlDecode(page.Body), Does.Contain($"name=\"Form.Conditions[0].Names\" value=\"{real}\""),
                "existing departments must be offered");
            Assert.That(
                check.Text, Does.Contain("Bruikbaar").And.Contain("Bij ‘Bestaatniet’ hoort nu niemand voor wie de app is. Klopt de naam?"));
            Assert.That(check.Text, Does.Not.Contain($"Bij ‘{real}’"));
            Assert.That(check.Body, Does.Contain("data-warning=\"Value0\""));
            Assert.That(
                WebUtility.HtmlDecode(refused.Body),
                Does.Contain($"value=\"{real}\" checked").And.Contain("value=\"Bestaatniet\" checked"));
            Assert.That(refused.Text, Does.Contain("Bestaatniet nu niemand"));
            Assert.That(gone.NoteAt("Value0"), Does.Contain("Bij ‘Opgeheven’ hoort nu niemand voor wie de app is."));
            Assert.That(gone.Body, Does.Match("<details class=\"card part\" open[^>]*>\\s*<summary>Wie gevraagd wordt"));
            Assert.That(page.Text + refused.Text, Does.Not.Match("[0-9]+ mensen of meer"), "fewer than ten people work there");
        });
    }

    [Test]
    public async Task Departments_OfTenPeopleOrMore_ShowHowManyInTens()
    {
        await using var world = await PrivacyWorld.StartAsync(
            60, organisation => organisation with
            {
                People =
                [
                    .. organisation.People.Select((person, index) =>
                        person with { Department = index < 27 ? "Zorg" : index < 36 ? "Bestuur" : "Overig" }),
                ],
            });
        var list = world.Services.GetRequiredService<DepartmentList>();

        var all = (await list.ReadAsync(default)).All;

        Assert.That(
            all, Is.EqualTo(new[] { new Department("Bestuur", 0), new Department("Overig", 20), new Department("Zorg", 20) }));
    }

    [Test]
    public async Task Groups_ByPlainClicks_AreAddedNestedAndTakenAway_AndNothingTypedIsLost()
    {
        var admin = await SignedInAsync(Admin, "nl");
        async Task<PageResponse> ClickAsync(PageResponse page, params (string, string)[] fields) =>
            await admin.PostAsync(New + "?handler=Shape", PageForm.Fields(page.Body, "handler=Save", fields));

        var first = await admin.PostAsync(New + "?handler=Shape", await FilledAsync(admin, ("Form.Conditions[0].Key", "askedThemselves")));
        var second = await ClickAsync(first, ("Form.Conditions[1].Key", "officeDaysAtLeast"));
        var nested = await ClickAsync(second, ("Form.Conditions[1].Value", "3"), ("nest", "1"));
        var inside = await ClickAsync(
            nested, ("Form.Conditions[1].Items[1].Key", "newcomerDaysAtMost"), ("Form.Conditions[1].Not", "false"));
        var deeper = await ClickAsync(inside, ("Form.Conditions[1].Items[1].Value", "30"), ("nest", "1-1"));
        var check = await admin.PostAsync(New + "?handler=Check", PageForm.Fields(deeper.Body, "handler=Save", ("Form.Id", "nested")));
        var smaller = await ClickAsync(deeper, ("remove", "0"));

        Assert.Multiple(() =>
        {
            Assert.That(PageForm.Fields(smaller.Body, "handler=Save")["Form.NameNl"], Is.EqualTo("Verkoop"));
            Assert.That(check.Text, Does.Contain(
                "mensen die er zelf om vroegen en (ofwel die 3 dagen of meer op kantoor zijn deze week, "
                + "ofwel die hooguit 30 dagen geleden begonnen)"));
            Assert.That(
                PageForm.Fields(smaller.Body, "handler=Save")["Form.Conditions[0].Items[1].Items[0].Value"], Is.EqualTo("30"));
            Assert.That(smaller.Body, Does.Not.Contain("value=\"askedThemselves\" type").And.Not.Contain("Nog niet goed"));
            Assert.That(smaller.Text, Does.Not.Contain("Bewaard als concept"));
        });
        Assert.That((await admin.GetAsync("/admin/rules/nested")).Status, Is.EqualTo(HttpStatusCode.NotFound), "a click stores nothing");
    }

    [Test]
    public async Task Group_WithoutConditions_AndLimitsInGroups_AreReportedAtTheirPlace()
    {
        var admin = await SignedInAsync(Admin, "nl");

        var answer = await admin.PostAsync(New + "?handler=Save", await FilledAsync(
            admin, ("Form.Conditions[0].Key", "any"), ("Form.Conditions[0].Items[0].Key", ""), ("Form.Conditions[1].Key", "all"),
            ("Form.Conditions[1].Not", "true"), ("Form.Conditions[1].Items[0].Key", "officeDaysAtLeast"),
            ("Form.Conditions[1].Items[0].Value", "9")));

        Assert.That(answer.NoteAt("Group0"), Does.Contain("Deze groep is nog leeg."));
        Assert.That(answer.NoteAt("Value1-0"), Does.Contain("Vul hier een getal van 1 tot 7 in."));
        Assert.That(answer.Text, Does.Contain("wie? (nog niet goed)"));
    }

    [Test]
    public async Task Import_WithNestedConditions_IsEditedAsGroups_AndSavedUnchanged()
    {
        const string when = """
            {"any":[{"all":[{"departmentIn":["Sales, EMEA"]},{"not":{"any":[{"askedThemselves":true},{"officeDaysAtLeast":2}]}}]},
            {"newcomerDaysAtMost":14}]}
            """;
        var admin = await SignedInAsync(Admin, "en");
        var rules = await admin.OpenAsync("/admin/rules");
        await admin.UploadAsync("/admin/rules?handler=Import", rules.FormToken, "rules.json", $$"""
            {"format":1,"id":"imported-groups","name":{"nl":"Groepen","en":"Groups"},"why":{"nl":"Omdat.","en":"Because."},"when":{{when}}}
            """);
        var page = await admin.OpenAsync("/admin/rules/imported-groups");

        await admin.PostAsync(
            "/admin/rules/imported-groups?handler=Save", PageForm.Fields(page.Body, "handler=Save", ("Form.Numbers[order]", "7")));
        var saved = (await World.Services.GetRequiredService<RuleStore>().FindAsync("imported-groups", default))!.Draft!.Rule;

        Assert.That(
            RuleText.Condition(saved.When, "en"),
            Is.EqualTo(
                "people who began at most 2 weeks ago, or people from the ‘Sales, EMEA’ department "
                + "who are in the office fewer than 2 days this week and who did not ask for it themselves"));
        Assert.That(page.Body, Does.Not.Contain("officeDaysAtLeast&quot;:"), "no JSON on the page");
    }
}
