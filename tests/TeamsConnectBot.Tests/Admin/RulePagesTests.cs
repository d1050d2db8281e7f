using System.Net;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Rules from draft to publication, on the page as admins and the works council use it.</summary>
internal sealed class RulePagesTests : AdminTests
{
    private const string Rule = "long-time-no-contact";
    private const string Address = "/admin/rules/" + Rule;

    [Test]
    public async Task Rules_ForAReader_AreReadOnly()
    {
        var browser = await SignedInAsync(Reader);
        var list = await browser.OpenAsync("/admin/rules");
        var rule = await browser.OpenAsync(Address);

        Assert.Multiple(() =>
        {
            Assert.That(list.Text, Does.Contain("A long time without contact").And.Contain("Everybody who takes part"));
            Assert.That(list.Body, Does.Not.Contain("handler=Switch").And.Not.Contain("/admin/rules/new\""));
            Assert.That(rule.Body, Does.Contain("disabled").And.Not.Contain("Save the draft"));
        });
    }

    [Test]
    public async Task Change_ByAReader_IsRefusedSayingWhoCan()
    {
        var reader = await SignedInAsync(Reader);
        var page = await reader.OpenAsync("/admin/rules");
        var fields =
            new Dictionary<string, string> { ["id"] = "everybody", ["on"] = "false", ["__RequestVerificationToken"] = page.FormToken };
        var answer = await reader.PostAsync("/admin/rules?handler=Switch", fields);

        Assert.That((await reader.OpenAsync(answer.Location!)).Text, Does.Contain("Who can: admin."));
        Assert.That((await reader.OpenAsync("/admin/rules")).Text, Does.Contain("1 on."));
    }

    [Test]
    public async Task Check_WhileTyping_NamesTheFieldAndItsRange_AndSavesNothing()
    {
        var browser = await SignedInAsync(Admin);
        var page = await browser.OpenAsync(Address);

        var wrong = await browser.PostAsync(Address + "?handler=Check", Fields(page, ("Form.Numbers[cadenceWeeks]", "99")));
        var right = await browser.PostAsync(Address + "?handler=Check", Fields(page, ("Form.Numbers[cadenceWeeks]", "3")));

        Assert.Multiple(async () =>
        {
            Assert.That(wrong.Text, Does.Contain("Fill in a number from 0 to 26 at ‘Weeks between two invitations’."));
            Assert.That(wrong.Body, Does.Contain("data-field=\"cadenceWeeks\"").And.Not.Contain("<html"));
            Assert.That(right.Text, Does.Contain("Can be used").And.Contain("the works council decides"));
            Assert.That((await browser.OpenAsync(Address)).Text, Does.Not.Contain("A draft is being made"));
        });
    }

    [Test]
    public async Task Draft_Published_WaitsForTheWorksCouncil_AndTakesEffectOnceApproved()
    {
        var admin = await SignedInAsync(Admin);
        var council = await SignedInAsync(WorksCouncil);
        await SaveAsync(admin, ("Form.WhyEn", "Whoever met nobody for a while goes first."));

        var published = await PublishAsync(admin);
        var inBetween = await admin.OpenAsync("/admin/approvals");
        var decided = await council.SubmitAsync(await council.OpenAsync("/admin/approvals"), "handler=Decide", ("approve", "true"));
        var after = await council.OpenAsync(decided.Location!);

        Assert.Multiple(async () =>
        {
            Assert.That(published.Text, Does.Contain("Version 2 waits for the works council"));
            Assert.That(inBetween.Text, Does.Contain("The works council decides.").And.Contain("It would use more"));
            Assert.That(after.Text, Does.Contain("Approved. It takes effect from the next round.").And.Contain(WorksCouncil.Name));
            Assert.That((await admin.OpenAsync("/admin/rules")).Text, Does.Contain("2 on."));
            Assert.That(
                (await admin.OpenAsync(Address + "/compare?from=1&to=2")).Text, Does.Contain("Whoever met nobody for a while goes first."));
        });
    }

    [Test]
    public async Task Draft_SavedByTwoAdmins_SecondSeesTheDifferenceAndNothingIsOverwritten()
    {
        const string other = "/admin/rules/newcomers-first-month";
        var (first, second) = (await SignedInAsync(Admin), await SignedInAsync(Admin));
        var page = await second.OpenAsync(other);
        await first.PostAsync(other + "?handler=Save", Fields(await first.OpenAsync(other), ("Form.NameEn", "Newcomers, theirs")));

        var answer = await second.PostAsync(other + "?handler=Save", Fields(page, ("Form.NameEn", "Newcomers, mine")));

        Assert.Multiple(async () =>
        {
            Assert.That(
                answer.Text,
                Does.Contain("Somebody else saved this rule meanwhile").And.Contain("Newcomers, theirs").And.Contain("Newcomers, mine"));
            Assert.That((await first.OpenAsync(other)).Body, Does.Contain("value=\"Newcomers, theirs\""));
        });

        await second.PostAsync(other + "?handler=Save", Fields(answer, ("Form.NameEn", "Newcomers, mine")));
        Assert.That(
            (await first.OpenAsync(other)).Body, Does.Contain("value=\"Newcomers, mine\""),
            "a second save, after seeing the other change, must win");
    }

    [Test]
    public async Task New_WithConditions_IsDescribedInPlainWords()
    {
        var admin = await SignedInAsync(Admin);
        var blank = await admin.OpenAsync("/admin/rules/new");
        var answer = await admin.PostAsync("/admin/rules/new?handler=Save", Fields(
            blank,
            ("Form.Id", "sales-in-the-office"), ("Form.NameNl", "Verkoop"), ("Form.NameEn", "Sales"), ("Form.WhyNl", "Omdat."),
            ("Form.WhyEn", "Because."),
            ("Form.Match", "any"),
            ("Form.Conditions[0].Key", "departmentIn"), ("Form.Conditions[0].Value", "Sales, Legal"),
            ("Form.Conditions[1].Key", "officeDaysAtLeast"), ("Form.Conditions[1].Value", "3"), ("Form.Conditions[1].Not", "true")));
        var page = await admin.OpenAsync(answer.Location!);

        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("Saved as a draft."));
            Assert.That(page.Text, Does.Contain("Sales").And.Contain("Legal").And.Contain(" or "));
            Assert.That(page.Body, Does.Contain("value=\"Sales\" checked").And.Contain("value=\"Legal\" checked"));
        });
    }

    [Test]
    public async Task New_Incomplete_SaysWhatIsMissingAndKeepsTheForm()
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync(
            "/admin/rules/new?handler=Save", Fields(await admin.OpenAsync("/admin/rules/new"), ("Form.NameEn", "Half a rule")));

        Assert.That(answer.Text, Does.Contain("Not right yet"));
        Assert.That(answer.Body, Does.Contain("value=\"Half a rule\"").And.Contain("data-field=\"Id\""));
    }

    [Test]
    public async Task Import_OfAFileOfANewerVersion_IsRefused()
    {
        var admin = await SignedInAsync(Admin);

        var page = await ImportAsync(admin, """{ "format": 9, "rules": [] }""");

        Assert.That(page.Text, Does.Contain("format is 9: made by a newer version"));
    }

    [Test]
    public async Task Export_IsAFileThatCanBeImportedAgain()
    {
        var admin = await SignedInAsync(Admin);
        var file = await admin.SubmitAsync(await admin.OpenAsync("/admin/rules"), "handler=Export");

        Assert.That(file.Header("Content-Disposition"), Does.Contain("rules.json"));
        Assert.That((await ImportAsync(admin, file.Body)).Text, Does.Contain("Changed rules: 0"));
    }

    [Test]
    public async Task DryRun_InASmallOrganisation_ShowsNoFigures()
    {
        var admin = await SignedInAsync(Admin);
        var (progress, answer) = await DryRunAsync(admin);

        Assert.That(answer.Text, Does.Contain("Too few people take part"));
        Assert.That(
            (await (await SignedInAsync(WorksCouncil)).GetAsync(progress)).Status, Is.EqualTo(HttpStatusCode.NotFound),
            "somebody else's dry run must not be visible");
        Assert.That(
            (await (await SignedInAsync(Reader)).OpenAsync("/admin/rules/everybody/try")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task DryRun_BeforeItStarts_ShowsItsCostAndTheBudgetLeft()
    {
        var (english, dutch) = (await SignedInAsync(Admin), await SignedInAsync(WorksCouncil, "nl"));

        Assert.That(
            (await english.OpenAsync("/admin/rules/everybody/try")).Text,
            Does.Contain("each pool has 8 points a month").And.Contain("everyone: costs 0; 8 left this month."));
        Assert.That(
            (await dutch.OpenAsync("/admin/rules/everybody/try")).Text,
            Does.Contain("elke groep 8 punten per maand").And.Contain("iedereen: kost 0; deze maand nog 8 over."));
    }

    [Test]
    public async Task DryRun_OfAnUnapprovedUseOfData_IsOfferedOnlyOnceTheWorksCouncilAllowsIt()
    {
        const string id = "remote-and-rarely-met";
        const string address = "/admin/rules/" + id;
        var (admin, council) = (await SignedInAsync(Admin), await SignedInAsync(WorksCouncil));
        var before = await admin.OpenAsync(address + "/try");
        await World.Services.GetRequiredService<Publishing>().SwitchAsync(id, on: true, new Actor("a", "An admin", Role.Admin), default);

        var allowed = await council.OpenAsync(
            (await council.SubmitAsync(await council.OpenAsync("/admin/approvals"), "handler=AllowDryRun")).Location!);
        var after = await admin.OpenAsync(address + "/try");
        await council.SubmitAsync(await council.OpenAsync("/admin/approvals"), "handler=Decide", ("approve", "false"));

        Assert.Multiple(() =>
        {
            Assert.That(before.Text, Does.Contain("more of people's data than the works council agreed to"));
            Assert.That(before.Body, Does.Not.Contain("handler=Start"));
            Assert.That(allowed.Text, Does.Contain("It may be tried now. The decision is still open.").And.Contain("It would use more"));
            Assert.That(after.Body, Does.Contain("handler=Start"));
        });
    }

    [Test]
    public async Task UnknownRule_IsNotFound(
        [Values("/admin/rules/no-such", "/admin/rules/no-such/compare", "/admin/rules/no-such/try")] string path) =>
        Assert.That((await (await SignedInAsync(Admin)).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));

    private static async Task SaveAsync(AdminBrowser admin, params (string, string)[] changed)
    {
        var answer = await admin.PostAsync(Address + "?handler=Save", Fields(await admin.OpenAsync(Address), changed));
        Assert.That(answer.Location, Is.EqualTo(Address), answer.Text);
    }

    private static async Task<PageResponse> PublishAsync(AdminBrowser admin) =>
        await admin.OpenAsync((await admin.SubmitAsync(await admin.OpenAsync(Address), "handler=Publish")).Location!);

    private static async Task<PageResponse> ImportAsync(AdminBrowser admin, string json)
    {
        var page = await admin.OpenAsync("/admin/rules");
        return await admin.OpenAsync(
            (await admin.UploadAsync("/admin/rules?handler=Import", page.FormToken, "rules.json", json)).Location!);
    }

    /// <summary>The fields of the page's editor, with some of them changed.</summary>
    private static Dictionary<string, string> Fields(PageResponse page, params (string Name, string Value)[] changed) =>
        PageForm.Fields(page.Body, "handler=Save", changed);
}
